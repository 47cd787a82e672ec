import { describe, expect, it } from "vitest";
import { acceptable, resultLines, uploadForm } from "./upload";
import { OBSERVATIONS, SBOM } from "./uploadKinds";

const file = (name: string) => new File(["{}"], name);

describe("uploadForm", () => {
  it("sends what is filled in", () => {
    const form = uploadForm(OBSERVATIONS, 7, file("a.sarif"), { branch: 5, service_id: null, endpoint_url: "", docker_image_name_tag: "app:1" });
    expect([...form.keys()].sort()).toEqual(["branch", "docker_image_name_tag", "file", "product", "suppress_licenses"]);
    expect(form.get("product")).toBe("7");
    expect(form.get("branch")).toBe("5");
    expect((form.get("file") as File).name).toBe("a.sarif");
  });

  it("sends no origins with an SBOM", () => {
    const form = uploadForm(SBOM, 7, file("bom.json"), { branch: 5, docker_image_name_tag: "left over" });
    expect([...form.keys()].sort()).toEqual(["branch", "file", "product"]);
  });
});

describe("acceptable", () => {
  it("goes by the extension, in any case", () => {
    const { accepted, refused } = acceptable([file("a.JSON"), file("b.csv"), file("c.xml"), file("json")], OBSERVATIONS);
    expect(accepted.map(({ name }) => name)).toEqual(["a.JSON", "b.csv"]);
    expect(refused).toEqual(["c.xml", "json"]);
  });

  it("takes only JSON as SBOM", () => {
    expect(acceptable([file("a.csv")], SBOM).refused).toEqual(["a.csv"]);
  });
});

describe("resultLines", () => {
  it("keeps zeros and leaves out what was not answered", () => {
    expect(resultLines({ observations_new: 3, observations_updated: 0, observations_resolved: 1 })).toEqual([
      { key: "observations_new", count: 3 },
      { key: "observations_updated", count: 0 },
      { key: "observations_resolved", count: 1 },
    ]);
  });

  it("has nothing to tell of an empty answer", () => {
    expect(resultLines({})).toEqual([]);
  });
});
