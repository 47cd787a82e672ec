import type { AuthorizationGroup } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { useCurrentUser } from "../session/session";
import { AuthorizationGroupFields } from "./AuthorizationGroupFields";
import { groupLink } from "./groupLink";
import { mayManage } from "./mayManage";

export default function AuthorizationGroupEdit() {
  const user = useCurrentUser();
  return (
    <EditScreen<AuthorizationGroup>
      resource="authorization_groups"
      name={(group) => group.name}
      mayDelete={(group) => mayManage(group, user)}
      afterSave={groupLink}
      afterDelete="/access_control/authorization_groups"
    >
      <AuthorizationGroupFields />
    </EditScreen>
  );
}
