import { BooleanInput, useDataProvider } from "react-admin";
import type { Branch, Product } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { LineInput } from "../forms/LineInput";
import { OsvDistributionInputs } from "../products/OsvDistributionInputs";
import { branchRequest, type BranchValues } from "./branchRequest";

interface Props {
  product: Product;
  /** Missing for a new one. */
  branch?: Branch;
  onClose: () => void;
}

/** The form of a branch or version. */
export default function BranchDialog({ product, branch, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async (values: BranchValues) => {
    const data = branchRequest(values, product.osv_enabled === true);
    if (branch === undefined) await dataProvider.create("branches", { data: { ...data, product: product.id } });
    else await dataProvider.update("branches", { id: branch.id, data, previousData: branch });
    saved(branch === undefined ? "branch.added" : "branch.updated");
  };
  // The first branch is the default one, unless somebody wants it otherwise.
  const initial = branch ?? { is_default_branch: product.repository_default_branch === null, housekeeping_protect: false };
  return (
    <FormDialog<BranchValues> title={branch === undefined ? "branch.add" : "branch.edit"} resource="branches" initial={initial} save={save} onClose={onClose}>
      <LineInput source="name" mandatory autoFocus helperText={false} />
      <BooleanInput source="is_default_branch" helperText={false} />
      <LineInput source="purl" helperText={false} />
      <LineInput source="cpe23" helperText={false} />
      <BooleanInput source="housekeeping_protect" helperText="branch.protect_help" />
      {product.osv_enabled ? <OsvDistributionInputs /> : null}
    </FormDialog>
  );
}
