import { useQuery } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ProductMetrics, ProductMetricsStatus } from "../api/types";
import type { Days } from "./timespans";

export type Timeline = Record<string, ProductMetrics>;

/** The numbers of now. `product` can be a group; without it they are those of everything that one may see. */
export function useCurrentMetrics(product: number | undefined) {
  return useMetric<ProductMetrics>("product_metrics_current", { product_id: product });
}

/** The numbers of past days, by their date. */
export function useTimeline(product: number | undefined, days: Days) {
  return useMetric<Timeline>("product_metrics_timeline", { product_id: product, age: `Past ${days} days` });
}

export function useMetricsStatus() {
  return useMetric<ProductMetricsStatus>("product_metrics_status", {});
}

function useMetric<T>(name: string, query: Record<string, number | string | undefined>) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return useQuery({ queryKey: ["metrics", name, query], queryFn: ({ signal }) => dataProvider.call<T>({ path: `/metrics/${name}/`, query, signal }), placeholderData: (before) => before });
}
