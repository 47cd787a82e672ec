import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { Stack } from "@mui/material";
import { lazy } from "react";
import { useDataProvider } from "react-admin";
import type { LicensePolicy, LicensePolicyItem } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { DialogButton } from "../dialogs/DialogButton";
import { licenseGroupLink } from "../license-groups/licenseGroupLink";
import { licenseLink } from "../licenses/licenseLink";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { choices, EVALUATIONS } from "../values/choices";
import { EvaluationChip } from "../values/EvaluationChip";
import { PlaceLink } from "../values/PlaceLink";
import { subjectOf } from "./itemRequest";

const PolicyItemDialog = lazy(() => import("./PolicyItemDialog"));

const COLUMNS: readonly Column<LicensePolicyItem>[] = [
  {
    source: "license_group",
    label: "fields.license_group",
    render: ({ license_group, license_group_name }) => (license_group ? <PlaceLink to={licenseGroupLink(license_group)}>{license_group_name}</PlaceLink> : null),
  },
  { source: "spdx_id", label: "fields.license_spdx_id", render: ({ license, license_spdx_id }) => (license ? <PlaceLink to={licenseLink(license)}>{license_spdx_id}</PlaceLink> : null) },
  { source: "license_expression", auto: true },
  { source: "non_spdx_license", auto: true },
  { source: "evaluation_result", chip: true, render: ({ evaluation_result }) => <EvaluationChip result={evaluation_result} /> },
  { source: "comment", auto: true, sortable: false, maxWidth: "20em" },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "license_spdx_id", search: true },
  { kind: "text", source: "license_group_name" },
  { kind: "text", source: "license_expression" },
  { kind: "text", source: "non_spdx_license" },
  { kind: "choice", source: "evaluation_result", choices: choices(EVALUATIONS) },
];

/** The rules of a license policy. */
export function PolicyItems({ policy, manages }: { policy: LicensePolicy; manages: boolean }) {
  const dataProvider = useDataProvider();
  const actions: Column<LicensePolicyItem> = {
    source: "actions",
    actions: true,
    render: (item) => (
      <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
        <DialogButton label="ra.action.edit" icon={<EditIcon />} dialog={(close) => <PolicyItemDialog policy={policy.id} item={item} onClose={close} />} />
        <ConfirmedAction
          label="action.remove"
          title="license_policy.remove_item_title"
          question="license_policy.remove_item_question"
          success="license_policy.item_removed"
          names={{ item: subjectOf(item), name: policy.name }}
          call={() => dataProvider.delete("license_policy_items", { id: item.id })}
        />
      </Stack>
    ),
  };
  return (
    <RecordList<LicensePolicyItem>
      resource="license_policy_items"
      stateKey="license_policy_items.embedded"
      sort={{ field: "evaluation_result", order: "ASC" }}
      filter={{ license_policy: policy.id }}
      columns={manages ? [...COLUMNS, actions] : COLUMNS}
      filters={FILTERS}
      actions={manages ? <DialogButton label="license_policy.add_item" icon={<AddIcon />} dialog={(close) => <PolicyItemDialog policy={policy.id} onClose={close} />} /> : null}
      plain
    />
  );
}
