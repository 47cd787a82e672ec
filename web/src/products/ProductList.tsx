import InventoryIcon from "@mui/icons-material/Inventory2";
import { BulkDeleteWithConfirmButton, NullableBooleanInput, SelectInput, TextInput } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ProductListItem } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { CreateLink } from "../lists/CreateLink";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";
import { stateKeys } from "../navigation/context";
import { useCurrentUser } from "../session/session";
import { AGES, choices } from "../values/choices";
import { productColumns } from "./productColumns";
import { productLink } from "./productLink";

const FILTERS = [
  <TextInput key="name" source="name" alwaysOn resettable />,
  <ReferenceChoice key="product_group" source="product_group" reference="product_group_names" alwaysOn />,
  <NullableBooleanInput key="security_gate_passed" source="security_gate_passed" alwaysOn />,
  <SelectInput key="age" source="age" label="fields.last_observation_change" choices={choices(AGES)} alwaysOn />,
];

export default function ProductList() {
  const user = useCurrentUser();
  const create = can(user, Permission.ProductCreate) ? <CreateLink to="/products/create" label="product.create" /> : null;
  return (
    <>
      <PageHeader title="menu.products" icon={<InventoryIcon />}>
        {create}
      </PageHeader>
      <RecordList
        resource="products"
        stateKey={stateKeys.products}
        sort={{ field: "name", order: "ASC" }}
        filters={FILTERS}
        empty={<EmptyList text="product.none" action={create} />}
        inAddress
        framed
      >
        <RecordTable<ProductListItem>
          stateKey={stateKeys.products}
          columns={productColumns(true)}
          rowLink={(product) => productLink(product.id, "list")}
          selectable={(product) => can(product, Permission.ProductDelete)}
          bulkActions={<BulkDeleteWithConfirmButton mutationMode="pessimistic" />}
        />
      </RecordList>
    </>
  );
}
