import { useQuery, type QueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { StatusSettings } from "../api/types";
import { useSessionToken } from "./session";

const KEY = "status_settings";

/** What `GET /status/settings/` can list. */
export type Feature =
  | "feature_disable_user_login"
  | "feature_vex"
  | "feature_general_rules_need_approval"
  | "feature_license_management"
  | "feature_automatic_api_import"
  | "feature_automatic_osv_scanning"
  | "feature_exploit_information"
  | "feature_email"
  | "feature_multiple_api_tokens";

/** The settings that everybody may know. Fetched anew for each session, and after the settings were changed. */
export function useStatusSettings(): UseQueryResult<StatusSettings> {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const token = useSessionToken();
  return useQuery({
    queryKey: [KEY, token],
    queryFn: ({ signal }) => dataProvider.call<StatusSettings>({ path: "/status/settings/", signal }),
    enabled: token !== null,
    staleTime: 5 * 60 * 1000,
  });
}

export function useFeature(feature: Feature): boolean {
  return useStatusSettings().data?.features.includes(feature) ?? false;
}

export function refetchStatusSettings(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [KEY] });
}
