import { useDataProvider } from "react-admin";
import type { LicensePolicyItem } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { LineInput } from "../forms/LineInput";
import { itemRequest } from "./itemRequest";
import { PolicyItemFields } from "./PolicyItemFields";

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
  return (
    <FormDialog<Partial<LicensePolicyItem>>
      title={item === undefined ? "license_policy.add_item" : "license_policy.edit_item"}
      resource="license_policy_items"
      initial={item ?? {}}
      save={save}
      several={item === undefined}
      onClose={onClose}
    >
      <PolicyItemFields {...(item === undefined && { unused: policy })} />
      <LineInput source="comment" helperText={false} />
    </FormDialog>
  );
}
