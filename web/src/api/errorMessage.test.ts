import { describe, expect, it } from "vitest";
import { fieldErrors } from "./errorMessage";

describe("fieldErrors", () => {
  it("puts each line at its field", () => {
    const message = "Name: This field is required.\nCvss3 score: A valid number is required.";
    expect(fieldErrors(message, { name: "", cvss3_score: "x" })).toEqual({
      name: "This field is required.",
      cvss3_score: "A valid number is required.",
      root: { serverError: message },
    });
  });

  it("joins several texts of one field", () => {
    const errors = fieldErrors("Name: Too long.\nName: Not blank.", { name: "" });
    expect(errors?.["name"]).toBe("Too long. Not blank.");
  });

  it.each([
    ["a business rule", "You cannot delete the default branch of a product."],
    ["an error of the body as a whole", "Non field errors: The fields product, name must make a unique set."],
    ["a field that the form does not have", "Service: Ensure this field has no more than 255 characters."],
  ])("leaves %s to the toast", (_, message) => {
    expect(fieldErrors(message, { name: "", product: 1 })).toBeUndefined();
  });

  it("is not confused by names of object prototypes", () => {
    expect(fieldErrors("Constructor: no", {})).toBeUndefined();
  });
});
