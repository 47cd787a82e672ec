import { Typography } from "@mui/material";
import { BooleanInput, useDataProvider, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { LicenseComponent } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { LineInput } from "../forms/LineInput";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { conclusionRequest, type Conclusion } from "./conclusion";

interface Values extends Conclusion {
  all_versions?: boolean;
  all_branches?: boolean;
}

/** Says under which license a component really is; all fields empty takes that back. */
export default function ConcludedLicenseDialog({ component, onClose }: { component: LicenseComponent; onClose: () => void }) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const saved = useSaved();
  const save = async ({ all_versions = false, all_branches = false, ...conclusion }: Values) => {
    const body = conclusionRequest(conclusion);
    const path = `/license_components/${component.id}`;
    if (all_versions || all_branches) await dataProvider.call({ method: "POST", path: `${path}/bulk_concluded_license/`, body: { ...body, all_versions, all_branches } });
    else await dataProvider.call({ method: "PATCH", path: `${path}/concluded_license/`, body });
    saved("license.concluded");
  };
  const { manual_concluded_spdx_license, manual_concluded_license_expression, manual_concluded_non_spdx_license } = component;
  return (
    <FormDialog<Values>
      title="license.conclude_title"
      titleArgs={{ name: component.component_name_version }}
      resource="license_components"
      initial={{ manual_concluded_spdx_license, manual_concluded_license_expression, manual_concluded_non_spdx_license }}
      save={save}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>
        {translate("license.conclude_help")}
      </Typography>
      <ReferenceChoice source="manual_concluded_spdx_license" reference="licenses" optionText="spdx_id_name" sort={{ field: "spdx_id", order: "ASC" }} autoFocus />
      <LineInput source="manual_concluded_license_expression" helperText={false} />
      <LineInput source="manual_concluded_non_spdx_license" helperText={false} />
      <BooleanInput source="all_versions" helperText={false} />
      <BooleanInput source="all_branches" helperText={false} />
    </FormDialog>
  );
}
