import { describe, expect, it } from "vitest";
import type { LicenseComponent } from "../api/types";
import { claimsOf } from "./claims";

const component = (values: Partial<LicenseComponent>) =>
  ({
    imported_declared_license_name: "No license information",
    imported_concluded_license_name: "No license information",
    manual_concluded_license_name: "No license information",
    ...values,
  }) as LicenseComponent;

describe("claimsOf", () => {
  it("leaves out sources that say nothing", () => {
    expect(claimsOf(component({}))).toEqual([]);
  });

  it("tells licenses of the catalogue and expressions from other texts", () => {
    expect(
      claimsOf(
        component({
          imported_declared_license_name: "Foo EULA",
          imported_declared_non_spdx_license: "Foo EULA",
          imported_concluded_license_name: "MIT OR ISC",
          imported_concluded_license_expression: "MIT OR ISC",
          manual_concluded_license_name: "MIT",
          manual_concluded_spdx_license: 7,
        }),
      ),
    ).toEqual([
      { source: "imported_declared", name: "Foo EULA", license: null, known: false },
      { source: "imported_concluded", name: "MIT OR ISC", license: null, known: true },
      { source: "manual_concluded", name: "MIT", license: 7, known: true },
    ]);
  });
});
