import PasswordIcon from "@mui/icons-material/Password";
import PersonIcon from "@mui/icons-material/Person";
import { Stack } from "@mui/material";
import { lazy } from "react";
import { useTranslate } from "react-admin";
import type { OtherUser, User } from "../api/types";
import { UserTokens } from "../api-tokens/UserTokens";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { DialogButton } from "../dialogs/DialogButton";
import { EditLink } from "../forms/EditLink";
import { PrevNext } from "../navigation/PrevNext";
import { useCurrentUser } from "../session/session";
import { Labelled } from "../values/Labelled";
import { LabelledGrid } from "../values/LabelledGrid";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { UserGroups } from "./UserGroups";
import { UserPermissions } from "./UserPermissions";
import { UserProducts } from "./UserProducts";
import { UserSettings } from "./UserSettings";

const ChangePasswordDialog = lazy(() => import("./ChangePasswordDialog"));

export default function UserScreen() {
  return <Screen<OtherUser> resource="users">{(user) => <Content user={user} />}</Screen>;
}

/** The API shows everything about oneself, and to superusers; of others the names only. */
function isComplete(user: OtherUser): user is User {
  return user.is_active !== undefined;
}

function Content({ user }: { user: OtherUser }) {
  const translate = useTranslate();
  const viewer = useCurrentUser();
  const own = viewer?.id === user.id;
  const superuser = viewer?.is_superuser === true;
  return (
    <>
      <PageHeader
        title={user.full_name}
        icon={<PersonIcon />}
        path={[{ name: translate("user.users"), to: "/access_control/users" }]}
        actions={
          <>
            <PrevNext resource="users" light="users" id={user.id} />
            {(own || superuser) && isComplete(user) && !user.is_oidc_user ? (
              <DialogButton label="user.change_password" icon={<PasswordIcon />} dialog={(close) => <ChangePasswordDialog user={user} own={own} onClose={close} />} />
            ) : null}
            {superuser ? (
              <EditLink to={`/users/${user.id}`} />
            ) : null}
          </>
        }
      />
      <Stack spacing={2}>
        <Panel title="user.section">
          <Labelled label="fields.username">{user.username}</Labelled>
          {isComplete(user) ? <Details user={user} /> : null}
        </Panel>
        {isComplete(user) && (own || superuser) ? <Access user={user} own={own} /> : null}
      </Stack>
    </>
  );
}

function Details({ user }: { user: User }) {
  return (
    <LabelledGrid>
      <Labelled label="fields.first_name">{user.first_name}</Labelled>
      <Labelled label="fields.last_name">{user.last_name}</Labelled>
      <Labelled label="fields.email">{user.email}</Labelled>
      <Labelled label="fields.date_joined">
        <Moment timestamp={user.date_joined} />
      </Labelled>
    </LabelledGrid>
  );
}

function Access({ user, own }: { user: User; own: boolean }) {
  return (
    <>
      <UserPermissions user={user} />
      <UserSettings user={user} />
      {own || user.has_api_tokens ? (
        <Panel title="token.tokens">
          <UserTokens user={user} own={own} />
        </Panel>
      ) : null}
      {user.has_authorization_groups ? (
        <Panel title="group.groups">
          <UserGroups user={user.id} />
        </Panel>
      ) : null}
      {user.has_product_group_members ? (
        <Panel title="menu.product_groups">
          <UserProducts user={user.id} groups />
        </Panel>
      ) : null}
      {user.has_product_members ? (
        <Panel title="menu.products">
          <UserProducts user={user.id} groups={false} />
        </Panel>
      ) : null}
    </>
  );
}
