import EditIcon from "@mui/icons-material/Edit";
import { Button, Stack, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import type { AuthorizationGroup } from "../api/types";
import { PageTitle } from "../app/PageTitle";
import { Screen } from "../app/Screen";
import { MembershipList } from "../members/MembershipList";
import { useCurrentUser } from "../session/session";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { GroupUserList } from "./GroupUserList";
import { mayManage } from "./mayManage";

export default function AuthorizationGroupScreen() {
  return <Screen<AuthorizationGroup> resource="authorization_groups">{(group) => <Content group={group} />}</Screen>;
}

function Content({ group }: { group: AuthorizationGroup }) {
  const translate = useTranslate();
  const manages = mayManage(group, useCurrentUser());
  const memberships = { resource: "product_authorization_group_members", of: { authorization_group: group.id } } as const;
  return (
    <>
      <PageTitle parts={[group.name, "group.groups"]} />
      <Stack direction="row" sx={{ justifyContent: "flex-end", mb: 1 }}>
        {manages ? (
          <Button size="small" component={Link} to={`/authorization_groups/${group.id}`} startIcon={<EditIcon />}>
            {translate("ra.action.edit")}
          </Button>
        ) : null}
      </Stack>
      <Stack spacing={2}>
        <Panel title="group.section">
          <Typography variant="h5" component="h1">
            {group.name}
          </Typography>
          <Labelled label="fields.oidc_group">{group.oidc_group}</Labelled>
        </Panel>
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
