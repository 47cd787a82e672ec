import { useQuery } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { licenseComponentLink } from "../license-components/licenseComponentLink";
import { EvaluationChip } from "../values/EvaluationChip";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";

interface License {
  id: number;
  effective_license_name: string;
  evaluation_result: string;
}

/** Under which license a component is; nothing when it is not known from an SBOM. */
export function ComponentLicense({ component }: { component: string }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const { data } = useQuery({
    queryKey: ["license_components", "for_component", component],
    // Without a license the answer has no content, which a query must not be given.
    queryFn: async ({ signal }) => (await dataProvider.call<License | undefined>({ path: "/license_components/for_component/", query: { component }, signal })) ?? null,
  });
  if (!data) return null;
  return (
    <Panel title="component.license">
      <Labelled label="fields.effective_license_name">
        <PlaceLink to={licenseComponentLink(data.id)}>{data.effective_license_name}</PlaceLink>
      </Labelled>
      <Labelled label="fields.evaluation_result">
        <EvaluationChip result={data.evaluation_result} />
      </Labelled>
    </Panel>
  );
}
