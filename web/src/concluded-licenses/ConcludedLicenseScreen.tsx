import FactCheckIcon from "@mui/icons-material/FactCheck";
import { useDataProvider, useNotify, useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import { can, Permission } from "../access/permissions";
import type { ConcludedLicense } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { productLicensesLink } from "../license-components/licenseComponentLink";
import { licenseLink } from "../licenses/licenseLink";
import { Labelled } from "../values/Labelled";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";

const LIST = "/license/concluded_licenses";

export default function ConcludedLicenseScreen() {
  return <Screen<ConcludedLicense> resource="concluded_licenses">{(concluded) => <Content concluded={concluded} />}</Screen>;
}

function Content({ concluded }: { concluded: ConcludedLicense }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const dataProvider = useDataProvider();
  const { product_data: product, user_data: user, manual_concluded_spdx_license: license } = concluded;
  const remove = async () => {
    await dataProvider.delete("concluded_licenses", { id: concluded.id });
    void navigate(LIST);
    notify("concluded_license.deleted", { type: "success" });
  };
  return (
    <>
      <PageHeader
        title={concluded.component_name_version}
        icon={<FactCheckIcon />}
        path={[{ name: translate("concluded_license.concluded"), to: LIST }]}
        actions={
          can(product, Permission.ConcludedLicenseDelete) ? (
            <ConfirmedAction
              label="ra.action.delete"
              title="concluded_license.delete_title"
              question="concluded_license.delete_question"
              success="concluded_license.deleted"
              names={{ name: concluded.component_name_version }}
              call={remove}
            />
          ) : null
        }
      />
      <Panel title="concluded_license.section">
        <Labelled label="fields.product">
          <PlaceLink to={productLicensesLink(concluded.product)}>{product.name}</PlaceLink>
        </Labelled>
        <Labelled label="fields.component">{concluded.component_name_version}</Labelled>
        <Labelled label="fields.manual_concluded_spdx_license_id">{license ? <PlaceLink to={licenseLink(license)}>{concluded.manual_concluded_spdx_license_id}</PlaceLink> : null}</Labelled>
        <Labelled label="fields.manual_concluded_license_expression">{concluded.manual_concluded_license_expression}</Labelled>
        <Labelled label="fields.manual_concluded_non_spdx_license">{concluded.manual_concluded_non_spdx_license}</Labelled>
        <Labelled label="fields.concluded_by">
          <PlaceLink to={`/users/${concluded.user}/show`}>{user.full_name}</PlaceLink>
        </Labelled>
        <Labelled label="fields.last_updated">
          <Moment timestamp={concluded.last_updated} />
        </Labelled>
      </Panel>
    </>
  );
}
