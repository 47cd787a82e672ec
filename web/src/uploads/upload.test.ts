import { describe, expect, it } from "vitest";
import { acceptable, countedLink, uploadForm } from "./upload";
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

describe("countedLink", () => {
  const filterOf = (link: string | null) => JSON.parse(decodeURIComponent((link ?? "").split("filter=")[1] ?? "")) as Record<string, unknown>;

  it("leads to what was resolved of a file on its branch", () => {
    const link = countedLink("observations_resolved", 7, "a b.sarif", 5);
    expect(link).toMatch(/^\/products\/7\/show\?/);
    expect(filterOf(link)).toEqual({ current_status: ["Resolved"], upload_filename: "a b.sarif", branch: 5, age: "Today" });
  });

  it("names no branch when there is none", () => {
    expect(filterOf(countedLink("observations_new", 7, "a", null))).not.toHaveProperty("branch");
  });

  it("knows no list of license components", () => {
    expect(countedLink("license_components_new", 7, "a", null)).toBeNull();
  });
});
