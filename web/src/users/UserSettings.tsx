import { useTranslate } from "react-admin";
import type { User } from "../api/types";
import { daysOf } from "../metrics/timespans";
import { Labelled } from "../values/Labelled";
import { LabelledGrid } from "../values/LabelledGrid";
import { Panel } from "../values/Panel";

/** How a user wants to see the application. */
export function UserSettings({ user }: { user: User }) {
  const translate = useTranslate();
  const { setting_theme, setting_list_size, setting_package_info_preference, setting_metrics_timespan, setting_rows_per_page } = user;
  return (
    <Panel title="user.settings">
      <LabelledGrid>
        <Labelled label="fields.setting_theme">{setting_theme && translate(`theme.${setting_theme}`)}</Labelled>
        <Labelled label="fields.setting_list_size">{setting_list_size && translate(`my_settings.${setting_list_size}`)}</Labelled>
        <Labelled label="fields.setting_package_info_preference">{setting_package_info_preference}</Labelled>
        <Labelled label="fields.setting_metrics_timespan">{setting_metrics_timespan && translate(`my_settings.days_${daysOf(setting_metrics_timespan)}`)}</Labelled>
        <Labelled label="fields.setting_rows_per_page">{setting_rows_per_page}</Labelled>
      </LabelledGrid>
    </Panel>
  );
}
