import { useQuery } from "@tanstack/react-query";
import { useDataProvider, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { LicenseComponentListItem } from "../api/types";
import { ErrorCard } from "../app/ErrorCard";
import { licenseComponentLink } from "../license-components/licenseComponentLink";
import { LicensePanel } from "../license-components/LicensePanel";
import { PlaceLink } from "../values/PlaceLink";

/** Under which license a component is; nothing when it is not known from an SBOM. */
export function ComponentLicense({ component }: { component: string }) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: ["license_components", "for_component", component],
    // Without a license the answer has no content, which a query must not be given.
    queryFn: async ({ signal }) => (await dataProvider.call<LicenseComponentListItem | undefined>({ path: "/license_components/for_component/", query: { component }, signal })) ?? null,
  });
  if (error !== null) return <ErrorCard error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return <LicensePanel component={data} action={<PlaceLink to={licenseComponentLink(data.id)}>{translate("component.license_details")}</PlaceLink>} />;
}
