import { useDataProvider } from "react-admin";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { RoleInput } from "../forms/RoleInput";
import type { MemberKind } from "./memberKinds";

interface Values {
  role: number;
  user?: number;
  authorization_group?: number;
}

interface Props {
  kind: MemberKind;
  product: number;
  onClose: () => void;
}

/** Makes users or authorization groups members of a product, one after the other. */
export default function AddMemberDialog({ kind, product, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async (values: Values) => {
    await dataProvider.create(kind.resource, { data: { product, [kind.reference]: values[kind.reference], role: values.role } });
    saved(`${kind.texts}.added`);
  };
  return (
    <FormDialog<Values> title={`${kind.texts}.add`} resource={kind.resource} save={save} several onClose={onClose}>
      <ReferenceChoice
        source={kind.reference}
        reference={kind.referenceResource}
        optionText={kind.name}
        sort={{ field: kind.name, order: "ASC" }}
        filter={{ exclude_product: product }}
        mandatory
        autoFocus
      />
      <RoleInput />
    </FormDialog>
  );
}
