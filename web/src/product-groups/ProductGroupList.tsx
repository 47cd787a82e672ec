import AccountTreeIcon from "@mui/icons-material/AccountTree";
import { TextInput } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ProductGroup } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import type { Column } from "../lists/columns";
import { CreateLink } from "../lists/CreateLink";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";
import { stateKeys } from "../navigation/context";
import { useCurrentUser } from "../session/session";
import { ActiveCounts } from "../values/ActiveCounts";
import { productGroupLink } from "./productGroupLink";

const COLUMNS: readonly Column<ProductGroup>[] = [
  { source: "name", opens: true },
  { source: "products_count", sortable: false },
  { source: "active_observations", sortable: false, render: (group) => <ActiveCounts record={group} /> },
];

const FILTERS = [<TextInput key="name" source="name" alwaysOn resettable />];

export default function ProductGroupList() {
  const user = useCurrentUser();
  const create = can(user, Permission.ProductGroupCreate) ? <CreateLink to="/product_groups/create" label="product_group.create" /> : null;
  return (
    <>
      <PageHeader title="menu.product_groups" icon={<AccountTreeIcon />}>
        {create}
      </PageHeader>
      <RecordList
        resource="product_groups"
        stateKey={stateKeys.productGroups}
        sort={{ field: "name", order: "ASC" }}
        filters={FILTERS}
        empty={<EmptyList text="product_group.none" action={create} />}
        inAddress
        framed
      >
        <RecordTable<ProductGroup> stateKey={stateKeys.productGroups} columns={COLUMNS} rowLink={(group) => productGroupLink(group.id, "list")} />
      </RecordList>
    </>
  );
}
