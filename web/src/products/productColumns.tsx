import type { ProductListItem } from "../api/types";
import { LicenseCounts } from "../license-components/LicenseCounts";
import { productLicensesLink } from "../license-components/licenseComponentLink";
import type { Column } from "../lists/columns";
import { productObservationsLink } from "../observations/observationLink";
import { ActiveCounts } from "../values/ActiveCounts";
import { DaysAgo } from "../values/DaysAgo";
import { GateChip } from "../values/GateChip";
import { counted } from "./counted";

const GROUP: Column<ProductListItem> = { source: "product_group_name", auto: true };

const COLUMNS: readonly Column<ProductListItem>[] = [
  { source: "repository_default_branch_name", auto: true, sortable: false },
  { source: "security_gate_passed", chip: true, auto: "three-state", render: (product) => <GateChip passed={product.security_gate_passed} to={productObservationsLink(product.id, counted(product))} /> },
  {
    source: "active_observations",
    chip: true,
    sortable: false,
    render: (product) => <ActiveCounts record={product} linkTo={(severity) => productObservationsLink(product.id, { current_severity: [severity], ...counted(product) })} />,
  },
  {
    source: "all_licenses_count",
    chip: true,
    auto: true,
    sortable: false,
    render: (product) => <LicenseCounts record={product} linkTo={(result) => productLicensesLink(product.id, { evaluation_result: result, ...counted(product) })} />,
  },
  { source: "last_observation_change", render: (product) => <DaysAgo timestamp={product.last_observation_change} /> },
];

/** Columns of a list of products; a group's own list does not name the group. */
export function productColumns(withGroup: boolean): readonly Column<ProductListItem>[] {
  const name: Column<ProductListItem> = { source: "name", opens: true };
  return withGroup ? [name, GROUP, ...COLUMNS] : [name, ...COLUMNS];
}
