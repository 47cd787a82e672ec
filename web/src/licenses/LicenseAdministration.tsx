import ArticleIcon from "@mui/icons-material/Article";
import FactCheckIcon from "@mui/icons-material/FactCheck";
import GavelIcon from "@mui/icons-material/Gavel";
import LibraryBooksIcon from "@mui/icons-material/LibraryBooks";
import PolicyIcon from "@mui/icons-material/Policy";
import { lazy } from "react";
import { useTranslate } from "react-admin";
import { Navigate, useLocation } from "react-router-dom";
import { PageHeader } from "../app/PageHeader";
import { RoutedTabs, type RoutedTab } from "../app/RoutedTabs";

const LicenseList = lazy(() => import("./LicenseList"));
const LicenseGroupList = lazy(() => import("../license-groups/LicenseGroupList"));
const LicensePolicyList = lazy(() => import("../license-policies/LicensePolicyList"));
const ConcludedLicenseList = lazy(() => import("../concluded-licenses/ConcludedLicenseList"));

const BASE = "/license";

/** The catalogue of licenses, groups and policies of them, and what people have concluded. */
export default function LicenseAdministration() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const tabs: RoutedTab[] = [
    { path: "licenses", label: "license.catalogue", icon: <ArticleIcon />, content: () => <LicenseList /> },
    { path: "license_groups", label: "license_group.groups", icon: <LibraryBooksIcon />, content: () => <LicenseGroupList /> },
    { path: "license_policies", label: "license_policy.policies", icon: <PolicyIcon />, content: () => <LicensePolicyList /> },
    { path: "concluded_licenses", label: "concluded_license.concluded", icon: <FactCheckIcon />, content: () => <ConcludedLicenseList /> },
  ];
  if (!tabs.some(({ path }) => pathname === `${BASE}/${path}`)) return <Navigate to={`${BASE}/licenses`} replace />;
  return (
    <>
      <PageHeader title={translate("menu.licenses")} icon={<GavelIcon />} />
      <RoutedTabs base={BASE} tabs={tabs} label="menu.licenses" />
    </>
  );
}
