import AddIcon from "@mui/icons-material/Add";
import CompareArrowsIcon from "@mui/icons-material/CompareArrows";
import EditIcon from "@mui/icons-material/Edit";
import { Stack } from "@mui/material";
import { lazy } from "react";
import { can, Permission } from "../access/permissions";
import type { Branch, Product } from "../api/types";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import { DialogButton } from "../dialogs/DialogButton";
import { LicenseCounts } from "../license-components/LicenseCounts";
import { productLicensesLink } from "../license-components/licenseComponentLink";
import type { Column } from "../lists/columns";
import { EmptyList } from "../lists/EmptyList";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { productObservationsLink } from "../observations/observationLink";
import { useFeature } from "../session/statusSettings";
import { ActiveCounts } from "../values/ActiveCounts";
import { Moment } from "../values/Moment";
import { PlaceLink } from "../values/PlaceLink";
import { YesNo } from "../values/YesNo";
import { DefaultBranchAction } from "./DefaultBranchAction";
import { DeleteBranchAction } from "./DeleteBranchAction";

const BranchDialog = lazy(() => import("./BranchDialog"));
const CompareBranchesDialog = lazy(() => import("./CompareBranchesDialog"));

const TABLE_KEY = "branch.embedded";

const FILTERS: readonly ListFilter[] = [{ kind: "text", source: "search", label: "fields.name", search: true }];

const OSV_DISTRIBUTION: Column<Branch> = {
  source: "osv_linux_distribution",
  label: "branch.osv_distribution",
  sortable: false,
  render: ({ osv_linux_distribution, osv_linux_release }) => [osv_linux_distribution, osv_linux_release].filter(Boolean).join(":"),
};

function columns(product: Product, licenses: boolean): Column<Branch>[] {
  const all: Column<Branch>[] = [
    {
      source: "name",
      opens: true,
      render: (branch) => <PlaceLink to={productObservationsLink(product.id, { branch: branch.id })}>{branch.name}</PlaceLink>,
    },
    { source: "is_default_branch", sortable: false, render: (branch) => <YesNo value={branch.is_default_branch} /> },
    { source: "purl", auto: true },
    { source: "cpe23", auto: true },
    ...(product.has_branch_osv_linux_distribution ? [OSV_DISTRIBUTION] : []),
    // Housekeeping never touches the default branch.
    { source: "housekeeping_protect", label: "branch.protect", sortable: false, render: (branch) => (branch.is_default_branch ? null : <YesNo value={branch.housekeeping_protect} />) },
    {
      source: "active_observations",
      sortable: false,
      render: (branch) => (
        <ActiveCounts record={branch} linkTo={(severity) => productObservationsLink(product.id, { branch: branch.id, current_severity: [severity] })} />
      ),
    },
    {
      source: "licenses",
      chip: true,
      sortable: false,
      render: (branch) => <LicenseCounts record={branch} linkTo={(result) => productLicensesLink(product.id, { branch: branch.id, evaluation_result: result })} />,
    },
    { source: "last_import", render: (branch) => <Moment timestamp={branch.last_import} /> },
    { source: "actions", actions: true, render: (branch) => <Actions branch={branch} product={product} /> },
  ];
  return licenses ? all : all.filter(({ source }) => source !== "licenses");
}

function Actions({ branch, product }: { branch: Branch; product: Product }) {
  const special = branch.is_default_branch === true;
  return (
    <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
      {can(product, Permission.BranchEdit) ? <DialogButton label="ra.action.edit" icon={<EditIcon />} dialog={(close) => <BranchDialog product={product} branch={branch} onClose={close} />} /> : null}
      {can(product, Permission.ProductEdit) && !special ? <DefaultBranchAction branch={branch} /> : null}
      {can(product, Permission.BranchDelete) && !special ? <DeleteBranchAction branch={branch} /> : null}
    </Stack>
  );
}

/** The branches, or versions, of a product. */
export default function BranchList({ product }: { product: Product }) {
  const licenses = useFeature("feature_license_management") && product.has_licenses;
  const add = can(product, Permission.BranchCreate) ? <DialogButton label="branch.add" icon={<AddIcon />} dialog={(close) => <BranchDialog product={product} onClose={close} />} /> : null;
  return (
    <RecordList<Branch>
      resource="branches"
      key={product.id}
      stateKey={`${TABLE_KEY}.${product.id}`}
      tableKey={TABLE_KEY}
      sort={{ field: "last_import", order: "DESC" }}
      filter={{ product: product.id }}
      actions={
        <>
          {product.has_branches ? <DialogButton label="branch.compare" icon={<CompareArrowsIcon />} dialog={(close) => <CompareBranchesDialog product={product} onClose={close} />} /> : null}
          {add}
        </>
      }
      columns={columns(product, licenses)}
      filters={FILTERS}
      empty={<EmptyList text="branch.none" hint="branch.none_hint" action={add} />}
      rowName={({ name }) => name}
      selectable={(branch) => !branch.is_default_branch}
      bulkActions={can(product, Permission.BranchDelete) ? [deleteRecordsAction({ resource: "branches", link: (branch) => productObservationsLink(product.id, { branch }) })] : []}
      inAddress
    />
  );
}
