import { describe, expect, it } from "vitest";
import { listSnippets, uploadSnippets } from "./snippets";

const target = { origin: "https://so.example.com", product: "Shop" };
const texts = (product: string) => uploadSnippets({ ...target, product }, "api_token_x").map(({ text }) => text);

describe("uploadSnippets", () => {
  it("has a command with the token in it", () => {
    expect(texts("Shop")[0]).toBe(
      [
        "curl --fail-with-body 'https://so.example.com/api/import/file_upload_observations_by_name/' \\",
        "  --header 'Authorization: APIToken api_token_x' \\",
        "  --form-string 'product_name=Shop' \\",
        "  --form-string 'branch_name=main' \\",
        "  --form 'file=@report.sarif'",
      ].join("\n"),
    );
  });

  it("keeps the token out of pipelines, which take it from their secrets", () => {
    const [, github = "", gitlab = ""] = texts("Shop");
    for (const text of [github, gitlab]) {
      expect(text).not.toContain("api_token_x");
      expect(text).toContain('"Authorization: APIToken $SECOBSERVE_TOKEN"');
    }
    expect(github).toContain('    curl --fail-with-body \'https://so.example.com/');
    expect(github).toContain('"branch_name=$GITHUB_REF_NAME"');
    expect(gitlab).toContain('"branch_name=$CI_COMMIT_REF_NAME"');
  });

  it("does not let a product's name end its quotes", () => {
    for (const text of texts("'; rm -rf ~ #")) expect(text).toContain("--form-string 'product_name='\\''; rm -rf ~ #'");
  });

  it("does not let a product's name be an expression of GitHub", () => {
    expect(texts("${{ secrets.OTHER }}")[1]).toContain("product_name=${{ '${{' }} secrets.OTHER }}");
  });
});

describe("listSnippets", () => {
  it("lists products", () => {
    expect(listSnippets("https://x", "t")[0]?.text).toContain("'https://x/api/products/'");
  });
});
