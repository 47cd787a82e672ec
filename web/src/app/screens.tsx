import { lazy } from "react";
import { CustomRoutes, Resource } from "react-admin";
import { Navigate, Route } from "react-router-dom";

/** The start page. */
export const Dashboard = lazy(() => import("./Dashboard"));

// Each screen is a chunk of its own: the first page loads only itself.
const ProductGroupList = lazy(() => import("../product-groups/ProductGroupList"));
const ProductGroupCreate = lazy(() => import("../product-groups/ProductGroupCreate"));
const ProductGroupEdit = lazy(() => import("../product-groups/ProductGroupEdit"));
const ProductGroupScreen = lazy(() => import("../product-groups/ProductGroupScreen"));
const ProductList = lazy(() => import("../products/ProductList"));
const ProductCreate = lazy(() => import("../products/ProductCreate"));
const ProductEdit = lazy(() => import("../products/ProductEdit"));
const ProductScreen = lazy(() => import("../products/ProductScreen"));
const ObservationList = lazy(() => import("../observations/ObservationList"));
const ObservationEdit = lazy(() => import("../observations/ObservationEdit"));
const ObservationScreen = lazy(() => import("../observations/ObservationScreen"));
const ObservationLogScreen = lazy(() => import("../observations/ObservationLogScreen"));
const EvidenceScreen = lazy(() => import("../observations/EvidenceScreen"));
const ComponentList = lazy(() => import("../components/ComponentList"));
const ComponentScreen = lazy(() => import("../components/ComponentScreen"));
const LicenseAdministration = lazy(() => import("../licenses/LicenseAdministration"));
const LicenseScreen = lazy(() => import("../licenses/LicenseScreen"));
const LicenseGroupCreate = lazy(() => import("../license-groups/LicenseGroupCreate"));
const LicenseGroupEdit = lazy(() => import("../license-groups/LicenseGroupEdit"));
const LicenseGroupScreen = lazy(() => import("../license-groups/LicenseGroupScreen"));
const LicensePolicyCreate = lazy(() => import("../license-policies/LicensePolicyCreate"));
const LicensePolicyEdit = lazy(() => import("../license-policies/LicensePolicyEdit"));
const LicensePolicyScreen = lazy(() => import("../license-policies/LicensePolicyScreen"));
const LicenseComponentScreen = lazy(() => import("../license-components/LicenseComponentScreen"));
const LicenseComponentEvidenceScreen = lazy(() => import("../license-components/LicenseComponentEvidenceScreen"));
const ConcludedLicenseScreen = lazy(() => import("../concluded-licenses/ConcludedLicenseScreen"));
const ReviewsScreen = lazy(() => import("../reviews/ReviewsScreen"));
const ImportRunsScreen = lazy(() => import("../import-runs/ImportRunsScreen"));
const NotificationList = lazy(() => import("../notifications/NotificationList"));
const NotificationScreen = lazy(() => import("../notifications/NotificationScreen"));
const PeriodicTaskList = lazy(() => import("../periodic-tasks/PeriodicTaskList"));
const AuditLogList = lazy(() => import("../audit/AuditLogList"));
const ParserList = lazy(() => import("../parsers/ParserList"));
const AccessControl = lazy(() => import("../access/AccessControl"));
const UserCreate = lazy(() => import("../users/UserCreate"));
const UserEdit = lazy(() => import("../users/UserEdit"));
const UserScreen = lazy(() => import("../users/UserScreen"));
const AuthorizationGroupCreate = lazy(() => import("../authorization-groups/AuthorizationGroupCreate"));
const AuthorizationGroupEdit = lazy(() => import("../authorization-groups/AuthorizationGroupEdit"));
const AuthorizationGroupScreen = lazy(() => import("../authorization-groups/AuthorizationGroupScreen"));
const SettingsScreen = lazy(() => import("../settings/SettingsScreen"));
const SettingsEdit = lazy(() => import("../settings/SettingsEdit"));
const MySettingsScreen = lazy(() => import("../profile/MySettingsScreen"));

/** All addresses of the application. Mails, issues and bookmarks link to them: they stay as they are. */
export const screens = [
  <Resource key="products" name="products" list={ProductList} create={ProductCreate} edit={ProductEdit} show={ProductScreen} recordRepresentation="name" />,
  <Resource key="product_groups" name="product_groups" list={ProductGroupList} create={ProductGroupCreate} edit={ProductGroupEdit} show={ProductGroupScreen} recordRepresentation="name" />,
  <Resource key="observations" name="observations" list={ObservationList} edit={ObservationEdit} show={ObservationScreen} recordRepresentation="title" />,
  <Resource key="components" name="components" list={ComponentList} show={ComponentScreen} recordRepresentation="component_name_version" />,
  <Resource key="users" name="users" create={UserCreate} edit={UserEdit} show={UserScreen} recordRepresentation="full_name" />,
  <Resource key="authorization_groups" name="authorization_groups" create={AuthorizationGroupCreate} edit={AuthorizationGroupEdit} show={AuthorizationGroupScreen} recordRepresentation="name" />,
  <Resource key="license_groups" name="license_groups" create={LicenseGroupCreate} edit={LicenseGroupEdit} show={LicenseGroupScreen} recordRepresentation="name" />,
  <Resource key="license_policies" name="license_policies" create={LicensePolicyCreate} edit={LicensePolicyEdit} show={LicensePolicyScreen} recordRepresentation="name" />,
  <CustomRoutes key="others">
    <Route path="/license/*" element={<LicenseAdministration />} />
    <Route path="/license" element={<Navigate to="/license/licenses" replace />} />
    <Route path="/licenses/:id/show" element={<LicenseScreen />} />
    <Route path="/license_groups" element={<Navigate to="/license/license_groups" replace />} />
    <Route path="/license_policies" element={<Navigate to="/license/license_policies" replace />} />
    <Route path="/license_components/:id/show" element={<LicenseComponentScreen />} />
    <Route path="/license_component_evidences/:id/show" element={<LicenseComponentEvidenceScreen />} />
    <Route path="/concluded_licenses/:id/show" element={<ConcludedLicenseScreen />} />
    <Route path="/observation_logs/:id/show" element={<ObservationLogScreen />} />
    <Route path="/evidences/:id/show" element={<EvidenceScreen />} />
    <Route path="/reviews" element={<Navigate to="/reviews/observation_reviews" replace />} />
    <Route path="/reviews/*" element={<ReviewsScreen />} />
    <Route path="/import_runs" element={<ImportRunsScreen />} />
    <Route path="/notifications" element={<NotificationList />} />
    <Route path="/notifications/:id/show" element={<NotificationScreen />} />
    <Route path="/periodic_tasks" element={<PeriodicTaskList />} />
    <Route path="/audit_logs" element={<AuditLogList />} />
    <Route path="/parsers" element={<ParserList />} />
    <Route path="/access_control/*" element={<AccessControl />} />
    <Route path="/users" element={<Navigate to="/access_control/users" replace />} />
    <Route path="/authorization_groups" element={<Navigate to="/access_control/authorization_groups" replace />} />
    <Route path="/settings" element={<Navigate to="/settings/1/show" replace />} />
    <Route path="/settings/:id/show" element={<SettingsScreen />} />
    <Route path="/settings/:id" element={<SettingsEdit />} />
    <Route path="/user_settings" element={<MySettingsScreen />} />
  </CustomRoutes>,
];
