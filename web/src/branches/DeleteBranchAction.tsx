import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Branch } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";

/** Deletes a branch with everything that was found in it. */
export function DeleteBranchAction({ branch }: { branch: Branch }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <ConfirmedAction
      label="ra.action.delete"
      title="branch.delete_title"
      question="branch.delete_question"
      success="branch.deleted"
      names={{ name: branch.name }}
      call={() => dataProvider.delete("branches", { id: branch.id })}
    />
  );
}
