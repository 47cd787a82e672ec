import UploadFileIcon from "@mui/icons-material/UploadFile";
import { lazy } from "react";
import type { LicensePolicy } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { useMayCreate } from "../access/useMayCreate";
import { CreateLink } from "../lists/CreateLink";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { licensePolicyLink } from "./licensePolicyLink";
import { POLICY_COLUMNS } from "./policyColumns";

const ImportPolicyDialog = lazy(() => import("./ImportPolicyDialog"));

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "name", search: true },
  { kind: "reference", source: "parent", reference: "license_policies", filter: { is_child: false } },
  { kind: "yesno", source: "is_public" },
];

/** The license policies that one may see. */
export default function LicensePolicyList() {
  const mayCreate = useMayCreate();
  const actions = (
    <>
      <DialogButton label="license_policy.import" icon={<UploadFileIcon />} dialog={(close) => <ImportPolicyDialog onClose={close} />} />
      <CreateLink to="/license_policies/create" label="license_policy.add" />
    </>
  );
  return (
    <RecordList<LicensePolicy>
      resource="license_policies"
      stateKey="license_policies.embedded"
      sort={{ field: "name", order: "ASC" }}
      columns={POLICY_COLUMNS}
      filters={FILTERS}
      actions={mayCreate ? actions : null}
      rowLink={({ id }) => licensePolicyLink(id)}
      inAddress
    />
  );
}
