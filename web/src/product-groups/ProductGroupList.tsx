import AccountTreeIcon from "@mui/icons-material/AccountTree";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import { can, Permission } from "../access/permissions";
import type { ProductGroup } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { LicenseCounts } from "../license-components/LicenseCounts";
import type { Column } from "../lists/columns";
import { CreateLink } from "../lists/CreateLink";
import type { ListFilter } from "../lists/filters";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { groupObservationsLink } from "../observations/observationLink";
import { useCurrentUser } from "../session/session";
import { ActiveCounts } from "../values/ActiveCounts";
import { groupLicensesLink, productGroupLink } from "./productGroupLink";

const COLUMNS: readonly Column<ProductGroup>[] = [
  { source: "name", opens: true },
  { source: "products_count", sortable: false },
  { source: "active_observations", sortable: false, render: (group) => <ActiveCounts record={group} linkTo={(severity) => groupObservationsLink(group.id, severity)} /> },
  { source: "all_licenses_count", auto: true, sortable: false, render: (group) => <LicenseCounts record={group} linkTo={(result) => groupLicensesLink(group.id, result)} /> },
];

const FILTERS: readonly ListFilter[] = [{ kind: "text", source: "name", search: true }];

export default function ProductGroupList() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const user = useCurrentUser();
  const create = can(user, Permission.ProductGroupCreate) ? <CreateLink to="/product_groups/create" label="product_group.create" /> : null;
  return (
    <>
      <PageHeader title={translate("menu.product_groups")} icon={<AccountTreeIcon />} actions={create} />
      <RecordList<ProductGroup>
        resource="product_groups"
        stateKey={stateKeys.productGroups}
        sort={{ field: "name", order: "ASC" }}
        filters={FILTERS}
        empty={<EmptyList text="product_group.none" hint="product_group.none_hint" action={create} />}
        columns={COLUMNS}
        rowLink={(group) => productGroupLink(group.id, "list")}
        light="product_group_names"
        onEdit={(group) => can(group, Permission.ProductGroupEdit) && void navigate(`/product_groups/${group.id}`)}
        inAddress
        framed
      />
    </>
  );
}
