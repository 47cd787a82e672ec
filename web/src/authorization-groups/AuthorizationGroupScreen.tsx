import GroupsIcon from "@mui/icons-material/Groups";
import { Stack } from "@mui/material";
import { useTranslate } from "react-admin";
import { mayManage } from "../access/mayManage";
import type { AuthorizationGroup } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { EditLink } from "../forms/EditLink";
import { MembershipList } from "../members/MembershipList";
import { useCurrentUser } from "../session/session";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { GroupUserList } from "./GroupUserList";

export default function AuthorizationGroupScreen() {
  return <Screen<AuthorizationGroup> resource="authorization_groups">{(group) => <Content group={group} />}</Screen>;
}

function Content({ group }: { group: AuthorizationGroup }) {
  const translate = useTranslate();
  const manages = mayManage(group, useCurrentUser());
  const memberships = { resource: "product_authorization_group_members", of: { authorization_group: group.id } } as const;
  return (
    <>
      <PageHeader
        title={group.name}
        icon={<GroupsIcon />}
        path={[{ name: translate("group.groups"), to: "/access_control/authorization_groups" }]}
        actions={
          manages ? (
            <EditLink to={`/authorization_groups/${group.id}`} />
          ) : null
        }
      />
      <Stack spacing={2}>
        {group.oidc_group ? (
          <Panel title="group.section">
            <Labelled label="fields.oidc_group">{group.oidc_group}</Labelled>
          </Panel>
        ) : null}
        <Panel title="user.users">
          <GroupUserList group={group} manages={manages} />
        </Panel>
        {group.has_product_group_members ? (
          <Panel title="menu.product_groups">
            <MembershipList {...memberships} groups />
          </Panel>
        ) : null}
        {group.has_product_members ? (
          <Panel title="menu.products">
            <MembershipList {...memberships} groups={false} />
          </Panel>
        ) : null}
      </Stack>
    </>
  );
}
