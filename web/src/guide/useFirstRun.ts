import { useQuery } from "@tanstack/react-query";
import { useDataProvider, useStore } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Page } from "../api/types";
import { useCurrentMetrics } from "../metrics/useMetrics";
import { useCurrentUser } from "../session/session";

/** How far the guide has come: nowhere, at a product that it created, or over. */
export type GuideState = { product: number; name: string } | "over" | null;

export function useGuideState() {
  return useStore<GuideState>("guide", null);
}

/**
 * Whether the guide is to be shown: on a server without any product, to people who may create one, until it is over. Where observations are,
 * nothing is asked for it.
 *
 * @returns undefined while that is not known.
 */
export function useFirstRun(): boolean | undefined {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const [state] = useGuideState();
  const mayCreate = can(useCurrentUser(), Permission.ProductCreate);
  const candidate = mayCreate && state !== "over";
  const metrics = useCurrentMetrics(undefined);
  const nothing = metrics.data !== undefined && Object.values(metrics.data).every((count) => count === 0);
  const { data: products } = useQuery({
    queryKey: ["guide", "products"],
    queryFn: async ({ signal }) => (await dataProvider.call<Page<unknown>>({ path: "/product_names/", query: { page_size: 1 }, signal })).count ?? 0,
    enabled: candidate && state === null && nothing,
    retry: false,
  });
  if (!candidate || metrics.error !== null) return false;
  if (state !== null) return true;
  if (metrics.data === undefined) return undefined;
  if (!nothing) return false;
  return products === undefined ? undefined : products === 0;
}
