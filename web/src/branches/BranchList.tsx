import { Stack } from "@mui/material";
import { TopToolbar } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { Branch, Product } from "../api/types";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";
import { productObservationsLink } from "../observations/observationLink";
import { ActiveCounts } from "../values/ActiveCounts";
import { Moment } from "../values/Moment";
import { PlaceLink } from "../values/PlaceLink";
import { YesNo } from "../values/YesNo";
import { AddBranchButton, EditBranchButton } from "./BranchDialog";
import { DefaultBranchAction } from "./DefaultBranchAction";
import { DeleteBranchAction } from "./DeleteBranchAction";

const STATE_KEY = "branch.embedded";

function columns(product: Product): Column<Branch>[] {
  return [
    {
      source: "name",
      render: (branch) => <PlaceLink to={productObservationsLink(product.id, { branch: branch.id })}>{branch.name}</PlaceLink>,
    },
    { source: "is_default_branch", sortable: false, render: (branch) => (branch.is_default_branch ? <YesNo value /> : null) },
    { source: "purl", auto: true },
    { source: "cpe23", auto: true },
    { source: "housekeeping_protect", sortable: false, render: (branch) => (branch.housekeeping_protect && !branch.is_default_branch ? <YesNo value /> : null) },
    {
      source: "active_observations",
      sortable: false,
      render: (branch) => (
        <ActiveCounts record={branch} linkTo={(severity) => productObservationsLink(product.id, { branch: branch.id, current_severity: [severity] })} />
      ),
    },
    { source: "last_import", render: (branch) => <Moment timestamp={branch.last_import} /> },
    { source: "actions", label: "action.actions", sortable: false, render: (branch) => <Actions branch={branch} product={product} /> },
  ];
}

function Actions({ branch, product }: { branch: Branch; product: Product }) {
  const special = branch.is_default_branch === true;
  return (
    <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
      {can(product, Permission.BranchEdit) ? <EditBranchButton branch={branch} /> : null}
      {can(product, Permission.ProductEdit) && !special ? <DefaultBranchAction branch={branch} /> : null}
      {can(product, Permission.BranchDelete) && !special ? <DeleteBranchAction branch={branch} /> : null}
    </Stack>
  );
}

/** The branches, or versions, of a product. */
export default function BranchList({ product }: { product: Product }) {
  return (
    <RecordList
      resource="branches"
      stateKey={STATE_KEY}
      sort={{ field: "last_import", order: "DESC" }}
      filter={{ product: product.id }}
      actions={<TopToolbar>{can(product, Permission.BranchCreate) ? <AddBranchButton product={product} /> : null}</TopToolbar>}
    >
      <RecordTable<Branch> stateKey={STATE_KEY} columns={columns(product)} />
    </RecordList>
  );
}
