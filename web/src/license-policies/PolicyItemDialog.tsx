import { useDataProvider } from "react-admin";
import type { LicensePolicyItem } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { ChoiceInput } from "../forms/ChoiceInput";
import { LineInput } from "../forms/LineInput";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { choices, EVALUATIONS } from "../values/choices";
import { itemRequest } from "./itemRequest";

interface Props {
  policy: number;
  /** Missing for a new one. */
  item?: LicensePolicyItem;
  onClose: () => void;
}

/** What a license policy says of a group of licenses, a license, an expression or another text. */
export default function PolicyItemDialog({ policy, item, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async (values: Partial<LicensePolicyItem>) => {
    const data = itemRequest(values);
    if (item === undefined) await dataProvider.create("license_policy_items", { data: { ...data, license_policy: policy } });
    else await dataProvider.update("license_policy_items", { id: item.id, data, previousData: {} });
    saved(item === undefined ? "license_policy.item_added" : "license_policy.item_updated");
  };
  // Those that have an item already are not offered, except the one of this item.
  const others = item === undefined ? { exclude_license_policy: policy } : {};
  return (
    <FormDialog<Partial<LicensePolicyItem>>
      title={item === undefined ? "license_policy.add_item" : "license_policy.edit_item"}
      resource="license_policy_items"
      initial={item ?? {}}
      save={save}
      several={item === undefined}
      onClose={onClose}
    >
      <ReferenceChoice source="license_group" reference="license_groups" filter={others} autoFocus />
      <ReferenceChoice source="license" reference="licenses" optionText="spdx_id_name" sort={{ field: "spdx_id", order: "ASC" }} filter={others} />
      <LineInput source="license_expression" helperText={false} />
      <LineInput source="non_spdx_license" helperText={false} />
      <ChoiceInput source="evaluation_result" choices={choices(EVALUATIONS)} mandatory helperText={false} />
      <LineInput source="comment" helperText={false} />
    </FormDialog>
  );
}
