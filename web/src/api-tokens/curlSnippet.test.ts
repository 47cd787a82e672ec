import { expect, it } from "vitest";
import { listSnippet, uploadSnippet } from "./curlSnippet";

it("uploads a report by the name of the product", () => {
  expect(uploadSnippet("https://so.example.com", "api_token_x", "Shop")).toBe(
    [
      "curl --fail-with-body 'https://so.example.com/api/import/file_upload_observations_by_name/' \\",
      "  --header 'Authorization: APIToken api_token_x' \\",
      "  --form-string 'product_name=Shop' \\",
      "  --form-string 'branch_name=main' \\",
      "  --form 'file=@report.sarif'",
    ].join("\n"),
  );
});

it("does not let a product's name end its quotes", () => {
  expect(uploadSnippet("https://x", "t", "'; rm -rf ~ #")).toContain("--form-string 'product_name='\\''; rm -rf ~ #'");
});

it("lists products", () => {
  expect(listSnippet("https://x", "t")).toContain("'https://x/api/products/'");
});
