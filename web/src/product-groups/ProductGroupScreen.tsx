import AccountTreeIcon from "@mui/icons-material/AccountTree";
import BarChartIcon from "@mui/icons-material/BarChart";
import DescriptionIcon from "@mui/icons-material/Description";
import GroupIcon from "@mui/icons-material/Group";
import InventoryIcon from "@mui/icons-material/Inventory2";
import KeyIcon from "@mui/icons-material/Key";
import SettingsIcon from "@mui/icons-material/Settings";
import { lazy } from "react";
import { useTranslate } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ProductGroup } from "../api/types";
import { HeaderCount } from "../app/HeaderCount";
import { PageHeader } from "../app/PageHeader";
import { RoutedTabs } from "../app/RoutedTabs";
import { Screen } from "../app/Screen";
import { ProductExportMenu } from "../exports/ProductExportMenu";
import { EditLink } from "../forms/EditLink";
import { LicenseCounts } from "../license-components/LicenseCounts";
import { useHasLicenseCounts } from "../license-components/useHasLicenseCounts";
import { PrevNext } from "../navigation/PrevNext";
import { groupObservationsLink } from "../observations/observationLink";
import { ActiveCounts } from "../values/ActiveCounts";
import { groupLicensesLink } from "./productGroupLink";

const GroupProducts = lazy(() => import("./GroupProducts"));
const GroupLicenses = lazy(() => import("./GroupLicenses"));
const MetricsPanel = lazy(() => import("../metrics/MetricsPanel"));
const ProductGroupSettings = lazy(() => import("./ProductGroupSettings"));
const ProductMembers = lazy(() => import("../members/ProductMembers"));
const ProductTokenList = lazy(() => import("../api-tokens/ProductTokenList"));

export default function ProductGroupScreen() {
  return <Screen<ProductGroup> resource="product_groups">{(group) => <Content group={group} />}</Screen>;
}

function Content({ group }: { group: ProductGroup }) {
  const licenses = useHasLicenseCounts(group);
  return (
    <>
      <Header group={group} />
      <RoutedTabs
        base={`/product_groups/${group.id}/show`}
        label="product_group.parts"
        tabs={[
          { path: "", label: "menu.products", icon: <InventoryIcon />, content: () => <GroupProducts group={group} /> },
          { path: "metrics", label: "metrics.metrics", icon: <BarChartIcon />, content: () => <MetricsPanel group={group.id} /> },
          ...(licenses ? [{ path: "licenses", label: "license.components", icon: <DescriptionIcon />, content: () => <GroupLicenses group={group} /> }] : []),
          { path: "settings", label: "menu.settings", icon: <SettingsIcon />, content: () => <ProductGroupSettings group={group} /> },
          { path: "members", label: "member.members", icon: <GroupIcon />, content: () => <ProductMembers product={group} /> },
          { path: "api_token", label: "token.tokens", icon: <KeyIcon />, content: () => <ProductTokenList product={group} /> },
        ]}
      />
    </>
  );
}

function Header({ group }: { group: ProductGroup }) {
  const translate = useTranslate();
  const licenses = useHasLicenseCounts(group);
  return (
    <PageHeader
      title={group.name}
      icon={<AccountTreeIcon />}
      path={[{ name: translate("menu.product_groups"), to: "/product_groups" }]}
      summary={
        <>
          <HeaderCount label={translate("fields.active_observations")}>
            <ActiveCounts record={group} linkTo={(severity) => groupObservationsLink(group.id, severity)} />
          </HeaderCount>
          {licenses ? (
            <HeaderCount label={translate("license.components")}>
              <LicenseCounts record={group} linkTo={(result) => groupLicensesLink(group.id, result)} />
            </HeaderCount>
          ) : null}
        </>
      }
      actions={
        <>
          <PrevNext resource="product_groups" light="product_group_names" id={group.id} />
          <ProductExportMenu product={group.id} licenses={licenses} />
          {can(group, Permission.ProductGroupEdit) ? (
            <EditLink to={`/product_groups/${group.id}`} />
          ) : null}
        </>
      }
    />
  );
}
