import type { LicenseComponentListItem, ProductGroup } from "../api/types";
import { COMPONENT_COLUMNS } from "../license-components/licenseComponentColumns";
import { licenseComponentLink, productLicensesLink } from "../license-components/licenseComponentLink";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { choices, COMPONENT_TYPES, EVALUATIONS } from "../values/choices";
import { ReferenceName } from "../values/ReferenceName";

const COLUMNS: readonly Column<LicenseComponentListItem>[] = [
  { source: "product", sortable: false, render: ({ product }) => <ReferenceName reference="product_names" id={product} to={productLicensesLink(product)} /> },
  { source: "branch_name", auto: true },
  ...COMPONENT_COLUMNS,
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "effective_license_name", search: true },
  { kind: "choice", source: "evaluation_result", choices: choices(EVALUATIONS) },
  { kind: "text", source: "component_name_version" },
  { kind: "choice", source: "component_type", choices: choices(COMPONENT_TYPES) },
];

/** The license components of all products of a group. */
export default function GroupLicenses({ group }: { group: ProductGroup }) {
  return (
    <RecordList<LicenseComponentListItem>
      key={group.id}
      resource="license_components"
      stateKey={stateKeys.licenseComponentsOfGroup(group.id)}
      tableKey="license_components.product_group"
      sort={{ field: "evaluation_result", order: "ASC" }}
      filter={{ product_group: group.id }}
      columns={COLUMNS}
      filters={FILTERS}
      rowLink={({ id }) => licenseComponentLink(id, `productgroup-${group.id}`)}
      rowName={({ component_name_version }) => component_name_version}
      light="license_component_ids"
      inAddress
    />
  );
}
