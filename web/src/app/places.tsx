import AccountTreeIcon from "@mui/icons-material/AccountTree";
import DashboardIcon from "@mui/icons-material/Dashboard";
import ExtensionIcon from "@mui/icons-material/Extension";
import GavelIcon from "@mui/icons-material/Gavel";
import GroupIcon from "@mui/icons-material/Group";
import HistoryIcon from "@mui/icons-material/History";
import InventoryIcon from "@mui/icons-material/Inventory2";
import NotificationsIcon from "@mui/icons-material/Notifications";
import RateReviewIcon from "@mui/icons-material/RateReview";
import ScheduleIcon from "@mui/icons-material/Schedule";
import SettingsIcon from "@mui/icons-material/Settings";
import TranslateIcon from "@mui/icons-material/Translate";
import UploadIcon from "@mui/icons-material/Upload";
import VisibilityIcon from "@mui/icons-material/Visibility";
import type { ComponentType, ReactElement } from "react";
import { NotificationBadge } from "../notifications/NotificationBadge";
import { ReviewBadge } from "../reviews/ReviewBadge";
import type { Feature } from "../session/statusSettings";

/** For whom an entry is. */
export interface Viewer {
  superuser: boolean;
  has: (feature: Feature) => boolean;
}

/** A screen that the menu and the search lead to. */
export interface Place {
  to: string;
  /** Key of the message catalogue. */
  label: string;
  icon: ReactElement;
  /** Everybody, unless said otherwise. */
  visible?: (viewer: Viewer) => boolean;
  /** Wraps the icon, to put a number on it. */
  badge?: ComponentType<{ children: ReactElement }>;
}

export interface Section {
  /** Key of the message catalogue; the first section has none and cannot be closed. */
  label?: string;
  places: readonly Place[];
}

const superusers = ({ superuser }: Viewer) => superuser;

/** The menu, from top to bottom. */
export const SECTIONS: readonly Section[] = [
  {
    places: [
      { to: "/", label: "menu.dashboard", icon: <DashboardIcon /> },
      { to: "/product_groups", label: "menu.product_groups", icon: <AccountTreeIcon /> },
      { to: "/products", label: "menu.products", icon: <InventoryIcon /> },
      { to: "/observations", label: "menu.observations", icon: <VisibilityIcon /> },
      { to: "/components", label: "menu.components", icon: <ExtensionIcon /> },
      { to: "/reviews", label: "menu.reviews", icon: <RateReviewIcon />, badge: ReviewBadge },
      { to: "/import_runs", label: "menu.imports", icon: <UploadIcon /> },
      { to: "/notifications", label: "menu.notifications", icon: <NotificationsIcon />, badge: NotificationBadge },
    ],
  },
  {
    label: "menu.administration",
    places: [
      { to: "/license/licenses", label: "menu.licenses", icon: <GavelIcon />, visible: ({ has }) => has("feature_license_management") },
      { to: "/access_control/users", label: "menu.access_control", icon: <GroupIcon /> },
      { to: "/settings/1/show", label: "menu.settings", icon: <SettingsIcon />, visible: superusers },
      { to: "/periodic_tasks", label: "menu.periodic_tasks", icon: <ScheduleIcon />, visible: superusers },
      { to: "/audit_logs", label: "menu.audit_log", icon: <HistoryIcon />, visible: superusers },
      { to: "/parsers", label: "menu.parsers", icon: <TranslateIcon /> },
    ],
  },
];

/** The sections with the entries that a person may see. */
export function sectionsFor(viewer: Viewer): readonly Section[] {
  return SECTIONS.map((section) => ({ ...section, places: section.places.filter(({ visible }) => visible?.(viewer) ?? true) })).filter(
    ({ places }) => places.length > 0,
  );
}
