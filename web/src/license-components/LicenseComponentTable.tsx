import DeleteIcon from "@mui/icons-material/Delete";
import { can, Permission } from "../access/permissions";
import type { LicenseComponentListItem, Product } from "../api/types";
import type { BulkAction } from "../bulk/bulkAction";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { DeleteComponentsDialog } from "./DeleteComponentsDialog";
import { licenseComponentColumns } from "./licenseComponentColumns";
import { licenseComponentFilters } from "./licenseComponentFilters";
import { licenseComponentLink } from "./licenseComponentLink";

/** The license components of a product one by one, at the first visit those of its default branch. */
export function LicenseComponentTable({ product }: { product: Product }) {
  const actions: BulkAction[] = can(product, Permission.LicenseComponentDelete)
    ? [{ label: "ra.action.delete", icon: <DeleteIcon />, danger: true, dialog: (props) => <DeleteComponentsDialog {...props} product={product.id} /> }]
    : [];
  const branch = product.repository_default_branch;
  return (
    <RecordList<LicenseComponentListItem>
      resource="license_components"
      stateKey={stateKeys.licenseComponentsOf(product.id)}
      tableKey="license_components.embedded"
      sort={{ field: "evaluation_result", order: "ASC" }}
      filter={{ product: product.id }}
      filterDefaults={branch === null ? {} : { branch }}
      columns={licenseComponentColumns(product)}
      filters={licenseComponentFilters(product)}
      rowLink={({ id }) => licenseComponentLink(id, `product-${product.id}`)}
      rowName={({ component_name_version }) => component_name_version}
      light="license_component_ids"
      bulkActions={actions}
      inAddress
    />
  );
}
