import { CreateScreen } from "../forms/CreateScreen";
import { AuthorizationGroupFields } from "./AuthorizationGroupFields";
import { groupLink } from "./groupLink";

export default function AuthorizationGroupCreate() {
  return (
    <CreateScreen resource="authorization_groups" title="group.add" list={{ to: "/access_control/authorization_groups", label: "group.groups" }} afterSave={groupLink}>
      <AuthorizationGroupFields />
    </CreateScreen>
  );
}
