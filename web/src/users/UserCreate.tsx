import { CreateScreen } from "../forms/CreateScreen";
import { UserFields } from "./UserFields";
import { userLink } from "./userLink";

export default function UserCreate() {
  return (
    <CreateScreen resource="users" title="user.add" list={{ to: "/access_control/users", label: "user.users" }} defaults={{ is_active: true, is_external: false, is_superuser: false }} afterSave={userLink}>
      <UserFields />
    </CreateScreen>
  );
}
