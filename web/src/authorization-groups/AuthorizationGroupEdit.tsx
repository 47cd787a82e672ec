import { useTranslate } from "react-admin";
import { mayManage } from "../access/mayManage";
import type { AuthorizationGroup } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { useCurrentUser } from "../session/session";
import { AuthorizationGroupFields } from "./AuthorizationGroupFields";
import { groupLink } from "./groupLink";

export default function AuthorizationGroupEdit() {
  const translate = useTranslate();
  const user = useCurrentUser();
  return (
    <EditScreen<AuthorizationGroup>
      resource="authorization_groups"
      path={(group) => [
        { name: translate("group.groups"), to: "/access_control/authorization_groups" },
        { name: group.name, to: groupLink(group.id) },
      ]}
      mayDelete={(group) => mayManage(group, user)}
      afterSave={groupLink}
      afterDelete="/access_control/authorization_groups"
    >
      <AuthorizationGroupFields />
    </EditScreen>
  );
}
