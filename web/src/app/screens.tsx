import { firstScreens } from "./preload";
import { screen, screenModule } from "./screenModule";
import { CustomRoutes, Resource } from "react-admin";
import { Navigate, Route } from "react-router-dom";

/** The start page. */
export const Dashboard = screen(firstScreens.dashboard);

// Each screen is a chunk of its own: the first page loads only itself.
const ProductGroupList = screen(screenModule(() => import("../product-groups/ProductGroupList")));
const ProductGroupCreate = screen(screenModule(() => import("../product-groups/ProductGroupCreate")));
const ProductGroupEdit = screen(screenModule(() => import("../product-groups/ProductGroupEdit")));
const ProductGroupScreen = screen(screenModule(() => import("../product-groups/ProductGroupScreen")));
const ProductList = screen(firstScreens.products);
const ProductCreate = screen(screenModule(() => import("../products/ProductCreate")));
const ProductEdit = screen(screenModule(() => import("../products/ProductEdit")));
const ProductScreen = screen(firstScreens.product);
const ObservationList = screen(firstScreens.observations);
const ObservationEdit = screen(screenModule(() => import("../observations/ObservationEdit")));
const ObservationScreen = screen(firstScreens.observation);
const ObservationLogScreen = screen(screenModule(() => import("../observations/ObservationLogScreen")));
const EvidenceScreen = screen(screenModule(() => import("../observations/EvidenceScreen")));
const ComponentList = screen(screenModule(() => import("../components/ComponentList")));
const ComponentScreen = screen(screenModule(() => import("../components/ComponentScreen")));
const LicenseAdministration = screen(screenModule(() => import("../licenses/LicenseAdministration")));
const LicenseScreen = screen(screenModule(() => import("../licenses/LicenseScreen")));
const LicenseGroupCreate = screen(screenModule(() => import("../license-groups/LicenseGroupCreate")));
const LicenseGroupEdit = screen(screenModule(() => import("../license-groups/LicenseGroupEdit")));
const LicenseGroupScreen = screen(screenModule(() => import("../license-groups/LicenseGroupScreen")));
const LicensePolicyCreate = screen(screenModule(() => import("../license-policies/LicensePolicyCreate")));
const LicensePolicyEdit = screen(screenModule(() => import("../license-policies/LicensePolicyEdit")));
const LicensePolicyScreen = screen(screenModule(() => import("../license-policies/LicensePolicyScreen")));
const LicenseComponentScreen = screen(screenModule(() => import("../license-components/LicenseComponentScreen")));
const LicenseComponentEvidenceScreen = screen(screenModule(() => import("../license-components/LicenseComponentEvidenceScreen")));
const ConcludedLicenseScreen = screen(screenModule(() => import("../concluded-licenses/ConcludedLicenseScreen")));
const ReviewsScreen = screen(screenModule(() => import("../reviews/ReviewsScreen")));
const ImportRunsScreen = screen(screenModule(() => import("../import-runs/ImportRunsScreen")));
const NotificationList = screen(screenModule(() => import("../notifications/NotificationList")));
const NotificationScreen = screen(screenModule(() => import("../notifications/NotificationScreen")));
const PeriodicTaskList = screen(screenModule(() => import("../periodic-tasks/PeriodicTaskList")));
const AuditLogList = screen(screenModule(() => import("../audit/AuditLogList")));
const ParserList = screen(screenModule(() => import("../parsers/ParserList")));
const AccessControl = screen(screenModule(() => import("../access/AccessControl")));
const UserCreate = screen(screenModule(() => import("../users/UserCreate")));
const UserEdit = screen(screenModule(() => import("../users/UserEdit")));
const UserScreen = screen(screenModule(() => import("../users/UserScreen")));
const AuthorizationGroupCreate = screen(screenModule(() => import("../authorization-groups/AuthorizationGroupCreate")));
const AuthorizationGroupEdit = screen(screenModule(() => import("../authorization-groups/AuthorizationGroupEdit")));
const AuthorizationGroupScreen = screen(screenModule(() => import("../authorization-groups/AuthorizationGroupScreen")));
const SettingsScreen = screen(screenModule(() => import("../settings/SettingsScreen")));
const SettingsEdit = screen(screenModule(() => import("../settings/SettingsEdit")));
const MySettingsScreen = screen(screenModule(() => import("../profile/MySettingsScreen")));

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
