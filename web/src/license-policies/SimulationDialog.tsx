import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { LicensePolicy, LicensePolicyItem, LicensePolicySimulation, Page } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { itemsWith } from "./itemRequest";
import { PolicyItemFields } from "./PolicyItemFields";
import { SimulationResult } from "./SimulationResult";

// More rules than that a policy has only by groups, which are one item each.
const MOST_ITEMS = 1000;

/** Says what another rule would change, before it is added. */
export default function SimulationDialog({ policy, onClose }: { policy: LicensePolicy; onClose: () => void }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const [result, setResult] = useState<LicensePolicySimulation | null>(null);
  const { data } = useQuery({
    queryKey: ["license_policy_items", "all", policy.id],
    queryFn: ({ signal }) => dataProvider.call<Page<LicensePolicyItem>>({ path: "/license_policy_items/", query: { license_policy: policy.id, page_size: MOST_ITEMS }, signal }),
  });
  const save = async (values: Partial<LicensePolicyItem>) => {
    const items = data?.results ?? [];
    // A rule for the same subject would be changed.
    const same = items.find(
      (item) =>
        (values.license_group && item.license_group === values.license_group) ||
        (values.license && item.license === values.license) ||
        (values.license_expression && item.license_expression === values.license_expression) ||
        (values.non_spdx_license && item.non_spdx_license === values.non_spdx_license),
    );
    setResult(
      await dataProvider.call<LicensePolicySimulation>({ method: "POST", path: `/license_policies/${policy.id}/simulate/`, body: { items: itemsWith(items, same?.id, values) }, fields: values }),
    );
    return false;
  };
  return (
    <FormDialog<Partial<LicensePolicyItem>>
      title="license_policy.simulate_title"
      titleArgs={{ name: policy.name }}
      saveLabel="license_policy.try"
      resource="license_policy_items"
      save={save}
      onClose={onClose}
      maxWidth="md"
      status={result === null ? null : <SimulationResult result={result} />}
    >
      <PolicyItemFields />
    </FormDialog>
  );
}
