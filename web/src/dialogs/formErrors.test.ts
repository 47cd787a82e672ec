import { HttpError } from "react-admin";
import { describe, expect, it } from "vitest";
import { fieldErrors } from "../api/errorMessage";
import { formErrors } from "./formErrors";

function rejected(message: string, sent: object): HttpError {
  const errors = fieldErrors(message, sent);
  return new HttpError(message, 400, errors === undefined ? {} : { errors });
}

describe("formErrors", () => {
  it("leaves nothing over when each line stands at its field", () => {
    expect(formErrors(rejected("Name: Too long.", { name: "" }))).toEqual({ message: null, fields: { name: "Too long." } });
  });

  it("shows what belongs to no field, without a label that says nothing", () => {
    const cause = rejected("Name: Too long.\nNon field errors: The fields product, name must make a unique set.", { name: "" });
    expect(formErrors(cause)).toEqual({ message: "The fields product, name must make a unique set.", fields: { name: "Too long." } });
  });

  it("shows a business rule as it is", () => {
    expect(formErrors(rejected("You cannot delete the default branch of a product.", { name: "" }))).toEqual({
      message: "You cannot delete the default branch of a product.",
      fields: undefined,
    });
  });

  it("leaves an ended session to the login page", () => {
    expect(formErrors(new HttpError("Signature has expired", 401))).toEqual({ message: null, fields: undefined });
  });

  it("tells other errors by their message", () => {
    expect(formErrors(new Error("error.network")).message).toBe("error.network");
  });
});
