import GroupIcon from "@mui/icons-material/Group";
import GroupsIcon from "@mui/icons-material/Groups";
import KeyIcon from "@mui/icons-material/Key";
import PersonIcon from "@mui/icons-material/Person";
import { lazy } from "react";
import { useTranslate } from "react-admin";
import { Navigate, useLocation } from "react-router-dom";
import { PageHeader } from "../app/PageHeader";
import { RoutedTabs, type RoutedTab } from "../app/RoutedTabs";
import { useCurrentUser } from "../session/session";

const UserList = lazy(() => import("../users/UserList"));
const AuthorizationGroupList = lazy(() => import("../authorization-groups/AuthorizationGroupList"));
const AllTokenList = lazy(() => import("../api-tokens/AllTokenList"));

const BASE = "/access_control";

/** Users, authorization groups and, for superusers, everybody's API tokens. */
export default function AccessControl() {
  const translate = useTranslate();
  const user = useCurrentUser();
  const { pathname } = useLocation();
  const tabs: RoutedTab[] = [
    { path: "users", label: "user.users", icon: <PersonIcon />, content: () => <UserList /> },
    { path: "authorization_groups", label: "group.groups", icon: <GroupsIcon />, content: () => <AuthorizationGroupList /> },
    ...(user?.is_superuser ? [{ path: "api_tokens", label: "token.tokens", icon: <KeyIcon />, content: () => <AllTokenList /> }] : []),
  ];
  if (!tabs.some(({ path }) => pathname === `${BASE}/${path}`)) return <Navigate to={`${BASE}/users`} replace />;
  return (
    <>
      <PageHeader title={translate("menu.access_control")} icon={<GroupIcon />} />
      <RoutedTabs base={BASE} tabs={tabs} label="menu.access_control" />
    </>
  );
}
