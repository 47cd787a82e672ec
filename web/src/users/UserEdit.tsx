import { useTranslate } from "react-admin";
import type { User } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { session } from "../session/session";
import { UserFields } from "./UserFields";
import { userLink } from "./userLink";

export default function UserEdit() {
  const translate = useTranslate();
  return (
    <EditScreen<User>
      resource="users"
      path={(user) => [
        { name: translate("user.users"), to: "/access_control/users" },
        { name: user.full_name, to: userLink(user.id) },
      ]}
      // Nobody deletes himself.
      mayDelete={(user) => user.id !== session.user()?.id}
      afterSave={userLink}
      afterDelete="/access_control/users"
    >
      <UserFields />
    </EditScreen>
  );
}
