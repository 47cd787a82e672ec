// @vitest-environment jsdom
import { cleanup, render, screen as page } from "@testing-library/react";
import { I18nContextProvider } from "react-admin";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Product } from "../api/types";
import { i18nProvider } from "../i18n/i18nProvider";
import ProductReviews from "./ProductReviews";

vi.mock("./ObservationReviewList", () => ({ ObservationReviewList: () => <p>observations</p> }));
vi.mock("./ApprovalList", () => ({ ApprovalList: () => <p>assessments</p> }));

function open(observation_reviews: number, observation_log_approvals: number, assessments_need_approval = true) {
  const product = { observation_reviews, observation_log_approvals, assessments_need_approval, product_group_assessments_need_approval: false };
  render(
    <I18nContextProvider value={i18nProvider}>
      <ProductReviews product={product as Product} />
    </I18nContextProvider>,
  );
}

const kinds = () => page.getAllByRole("button").map((button) => [button.textContent, button.getAttribute("aria-expanded")]);

describe("the reviews of a product", () => {
  afterEach(cleanup);

  it("are open where there is one kind only", () => {
    open(0, 3);
    expect(kinds()).toEqual([
      ["Observations to be reviewed0", "false"],
      ["Assessments to be approved3", "true"],
    ]);
    expect(page.getByText("assessments")).toBeDefined();
    expect(page.queryByText("observations")).toBeNull();
  });

  it("are chosen from where there are several kinds", () => {
    open(2, 3);
    expect(kinds().map(([, expanded]) => expanded)).toEqual(["false", "false"]);
  });

  it("have no approvals where assessments need none", () => {
    open(2, 0, false);
    expect(kinds()).toEqual([["Observations to be reviewed2", "true"]]);
  });
});
