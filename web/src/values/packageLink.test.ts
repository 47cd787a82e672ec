import { describe, expect, it } from "vitest";
import { packageLink, parsePackageUrl } from "./packageLink";

const DEPS_DEV = "open/source/insights";

describe("packageLink", () => {
  it.each([
    ["pkg:maven/org.acme/lib@1.2", DEPS_DEV, "https://deps.dev/maven/org.acme%3Alib/1.2"],
    ["pkg:golang/github.com/acme/lib@v1.0.0", DEPS_DEV, "https://deps.dev/go/github.com%2Facme%2Flib/v1.0.0"],
    ["pkg:npm/%40scope/lib@1.0.0", DEPS_DEV, "https://deps.dev/npm/%40scope%2Flib/1.0.0"],
    ["pkg:npm/@scope/lib", DEPS_DEV, "https://deps.dev/npm/%40scope%2Flib"],
    ["pkg:composer/acme/x@1", DEPS_DEV, "https://packages.ecosyste.ms/registries/packagist.org/packages/acme%2Fx"],
    ["pkg:composer/acme/x@1", "ecosyste.ms", "https://packages.ecosyste.ms/registries/packagist.org/packages/acme%2Fx"],
    ["pkg:pypi/django@5.0?os=linux#sub", "ecosyste.ms", "https://packages.ecosyste.ms/registries/pypi.org/packages/django"],
  ])("%s with %s", (purl, preference, expected) => {
    expect(packageLink(purl, preference)).toBe(expected);
  });

  it.each(["pkg:deb/debian/curl@8", "not a purl", "pkg:npm", "pkg:npm/%ZZ", ""])("has none for %s", (purl) => {
    expect(packageLink(purl, DEPS_DEV)).toBeNull();
  });
});

describe("parsePackageUrl", () => {
  it("takes the type in lower case and the version after the last @", () => {
    expect(parsePackageUrl("pkg:NPM/@a/b@1.0")).toEqual({ type: "npm", namespace: "@a", name: "b", version: "1.0" });
  });
});
