import type { User } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { session } from "../session/session";
import { UserFields } from "./UserFields";
import { userLink } from "./userLink";

export default function UserEdit() {
  return (
    <EditScreen<User>
      resource="users"
      name={(user) => user.full_name}
      // Nobody deletes himself.
      mayDelete={(user) => user.id !== session.user()?.id}
      afterSave={userLink}
      afterDelete="/access_control/users"
    >
      <UserFields />
    </EditScreen>
  );
}
