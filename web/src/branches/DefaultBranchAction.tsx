import StarIcon from "@mui/icons-material/Star";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Branch } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";

/** Makes a branch the default one, at which counts and the security gate look. */
export function DefaultBranchAction({ branch }: { branch: Branch }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <ConfirmedAction
      label="branch.default"
      title="branch.default_title"
      question="branch.default_question"
      success="branch.default_set"
      names={{ name: branch.name }}
      icon={<StarIcon />}
      danger={false}
      call={() => dataProvider.update("branches", { id: branch.id, data: { is_default_branch: true }, previousData: branch })}
    />
  );
}
