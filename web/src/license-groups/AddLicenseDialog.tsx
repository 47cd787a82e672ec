import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { ReferenceChoice } from "../forms/ReferenceChoice";

/** Puts licenses into a license group. */
export default function AddLicenseDialog({ group, onClose }: { group: number; onClose: () => void }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const saved = useSaved();
  const save = async ({ license }: { license: number }) => {
    await dataProvider.call({ method: "POST", path: `/license_groups/${group}/add_license/`, body: { license } });
    saved("license_group.license_added");
  };
  return (
    <FormDialog<{ license: number }> title="license_group.add_license" resource="licenses" save={save} several onClose={onClose}>
      <ReferenceChoice
        source="license"
        reference="licenses"
        optionText="spdx_id_name"
        sort={{ field: "spdx_id", order: "ASC" }}
        filter={{ exclude_license_group: group }}
        mandatory
        autoFocus
      />
    </FormDialog>
  );
}
