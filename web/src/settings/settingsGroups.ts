import type { Settings } from "../api/types";
import { PARSER_TYPES, SEVERITIES, STATUSES, VEX_JUSTIFICATION_STYLES } from "../values/choices";

/** What a setting can depend on: another setting, or what the server was started with. */
export type Need = keyof Settings | "feature_email";

interface Base {
  name: keyof Settings;
  /** Shown only while one of these is on. */
  needs?: readonly Need[];
}

export type SettingField =
  | (Base & { kind: "switch" })
  | (Base & { kind: "number"; min: number; max: number; optional?: boolean })
  | (Base & { kind: "text"; max: number })
  | (Base & { kind: "choice" | "choices"; values: readonly string[]; mandatory?: boolean });

export interface SettingsGroup {
  /** Key of the message catalogue. */
  title: string;
  fields: readonly SettingField[];
}

const LARGEST = 999999;

const flag = (name: keyof Settings): SettingField => ({ kind: "switch", name });
const count = (name: keyof Settings, needs: readonly Need[] = [], min = 0, max = LARGEST): SettingField => ({ kind: "number", name, min, max, ...(needs.length > 0 && { needs }) });
const text = (name: keyof Settings, max = 255, needs: readonly Need[] = []): SettingField => ({ kind: "text", name, max, ...(needs.length > 0 && { needs }) });

/** Whether a setting is to be seen. */
export function isNeeded({ needs }: SettingField, isOn: (need: Need) => boolean): boolean {
  return needs === undefined || needs.some(isOn);
}

type Daily = "risk_acceptance_expiry" | "license_import" | "branch_housekeeping" | "background_epss_import" | "api_import" | "backup";

/** The time of a daily task, in UTC. */
const daily = (task: Daily, needs: readonly Need[] = []): SettingField[] => [count(`${task}_crontab_hour`, needs, 0, 23), count(`${task}_crontab_minute`, needs, 0, 59)];

/** All settings of the installation, in the order of the page. */
export const SETTINGS_GROUPS: readonly SettingsGroup[] = [
  {
    title: "settings.authentication",
    fields: [count("jwt_validity_duration_user"), count("jwt_validity_duration_superuser"), text("internal_users"), count("oidc_clock_skew")],
  },
  {
    title: "settings.features",
    fields: [
      flag("feature_vex"),
      { kind: "choice", name: "vex_justification_style", values: VEX_JUSTIFICATION_STYLES, mandatory: true, needs: ["feature_vex"] },
      flag("feature_disable_user_login"),
      flag("feature_general_rules_need_approval"),
      flag("feature_license_management"),
      flag("feature_automatic_api_import"),
      flag("feature_automatic_osv_scanning"),
      flag("feature_exploit_information"),
      count("exploit_information_max_age_years", ["feature_exploit_information"]),
      flag("feature_cross_scanner_deduplication"),
      flag("feature_multiple_api_tokens"),
      flag("observation_count_from_metrics"),
      count("risk_acceptance_expiry_days"),
    ],
  },
  {
    title: "settings.housekeeping",
    fields: [
      flag("branch_housekeeping_active"),
      count("branch_housekeeping_keep_inactive_days", ["branch_housekeeping_active"]),
      text("branch_housekeeping_exempt_branches", 255, ["branch_housekeeping_active"]),
    ],
  },
  {
    title: "settings.notifications",
    fields: [
      text("base_url_frontend"),
      text("email_from", 255, ["feature_email"]),
      text("exception_email_to", 255, ["feature_email"]),
      text("exception_ms_teams_webhook", 2048),
      text("exception_slack_webhook", 2048),
      count("exception_rate_limit"),
      text("observation_title_notification_email_to", 255, ["feature_email"]),
      text("observation_title_notification_ms_teams_webhook", 2048),
      text("observation_title_notification_slack_webhook", 2048),
      { kind: "choice", name: "observation_title_notification_min_severity", values: SEVERITIES },
      { kind: "choices", name: "observation_title_notification_status_list", values: STATUSES },
      { kind: "number", name: "observation_title_notification_min_priority", min: 1, max: 99, optional: true },
      { kind: "choice", name: "observation_title_notification_parser_type", values: PARSER_TYPES },
    ],
  },
  {
    title: "settings.security_gates",
    fields: [
      flag("security_gate_active"),
      ...(["critical", "high", "medium", "low", "none", "unknown"] as const).map((severity) => count(`security_gate_threshold_${severity}`, ["security_gate_active"])),
    ],
  },
  {
    title: "settings.passwords",
    fields: [
      count("password_validator_minimum_length", [], 1, 4096),
      flag("password_validator_attribute_similarity"),
      flag("password_validator_common_passwords"),
      flag("password_validator_not_numeric"),
    ],
  },
  {
    title: "settings.background_tasks",
    fields: [
      count("background_product_metrics_interval_minutes"),
      ...daily("risk_acceptance_expiry"),
      ...daily("license_import", ["feature_license_management"]),
      ...daily("branch_housekeeping"),
      ...daily("background_epss_import"),
      ...daily("api_import", ["feature_automatic_api_import", "feature_automatic_osv_scanning"]),
      count("periodic_task_max_entries", [], 1),
    ],
  },
  {
    title: "settings.history",
    fields: [count("import_history_keep_days", [], 1), count("audit_log_keep_days"), count("notification_keep_days")],
  },
  {
    title: "settings.backups",
    fields: [count("backup_keep_days"), ...daily("backup")],
  },
  {
    title: "settings.license_sources",
    fields: [text("license_spdx_licenses_url", 2048), text("license_spdx_exceptions_url", 2048), text("license_scancode_url", 2048), text("license_licenselynx_url", 2048)],
  },
];
