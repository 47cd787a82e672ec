import { describe, expect, it } from "vitest";
import { cvssLink, exploitLink, safeLink, vulnerabilityLink } from "./links";

describe("safeLink", () => {
  it.each(["https://example.com/a?b=c", "http://localhost:8080", "mailto:a@example.com", "#/products/7/show"])("allows %s", (target) => {
    expect(safeLink(target)).toBe(target);
  });

  it.each(["javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "x", "", null])(
    "refuses %s",
    (target) => {
      expect(safeLink(target)).toBeNull();
    },
  );
});

describe("vulnerabilityLink", () => {
  it.each([
    ["CVE-2021-44228", "https://nvd.nist.gov/vuln/detail/CVE-2021-44228"],
    ["GHSA-jfh8-c2jp-5v3q", "https://github.com/advisories/GHSA-jfh8-c2jp-5v3q"],
    ["GO-2024-2687", "https://pkg.go.dev/vuln/GO-2024-2687"],
    ["RUSTSEC-2021-0001", "https://rustsec.org/advisories/RUSTSEC-2021-0001"],
  ])("%s", (id, expected) => {
    expect(vulnerabilityLink(id)).toBe(expected);
  });

  it.each(["GOSEC-1", "TEMP-0000000", ""])("knows no site of %s", (id) => {
    expect(vulnerabilityLink(id)).toBeNull();
  });
});

describe("cvssLink", () => {
  it("names the version of the vector", () => {
    expect(cvssLink("CVSS:3.1/AV:N")).toBe("https://www.first.org/cvss/calculator/3.1#CVSS:3.1/AV:N");
    expect(cvssLink("CVSS:4.0/AV:N")).toBe("https://www.first.org/cvss/calculator/4.0#CVSS:4.0/AV:N");
  });

  it("leaves other vectors alone", () => {
    expect(cvssLink("AV:N/AC:L")).toBeNull();
  });
});

describe("exploitLink", () => {
  it("sorts proofs of concept by the year of the CVE", () => {
    expect(exploitLink("PoC GitHub", "CVE-2021-44228")).toBe(
      "https://github.com/nomi-sec/PoC-in-GitHub/tree/master/2021/CVE-2021-44228.json",
    );
  });

  it("knows no page of an unknown source", () => {
    expect(exploitLink("Elsewhere", "CVE-2021-44228")).toBeNull();
  });
});
