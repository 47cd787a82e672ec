import SettingsIcon from "@mui/icons-material/Settings";
import { Card, CardContent, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Stack } from "@mui/material";
import { useId } from "react";
import { useTranslate } from "react-admin";
import { PageHeader } from "../app/PageHeader";
import { THEME_CHOICES, useThemeChoice } from "../app/themeChoice";
import { TIMESPANS } from "../metrics/timespans";
import { useCurrentUser } from "../session/session";
import { ROWS_PER_PAGE } from "../values/choices";
import { useMySettings, type MySettings } from "./useMySettings";

interface Option<Value> {
  value: Value;
  /** Key of the message catalogue, or the label itself. */
  label: string;
}

interface Props<Name extends keyof MySettings> {
  name: Name;
  value: MySettings[Name];
  options: readonly Option<NonNullable<MySettings[Name]>>[];
}

/** The own settings; each choice is saved at once. */
export default function MySettingsScreen() {
  const translate = useTranslate();
  const user = useCurrentUser();
  const theme = useThemeChoice();
  return (
    <>
      <PageHeader title={translate("menu.my_settings")} icon={<SettingsIcon />} />
      <Card>
        <CardContent>
          <Stack spacing={3}>
            <Choice name="setting_theme" value={theme} options={THEME_CHOICES.map((value) => ({ value, label: `theme.${value}` }))} />
            <Choice
              name="setting_list_size"
              value={user?.setting_list_size}
              options={[
                { value: "small", label: "my_settings.small" },
                { value: "medium", label: "my_settings.medium" },
              ]}
            />
            <Choice
              name="setting_package_info_preference"
              value={user?.setting_package_info_preference}
              options={[
                { value: "open/source/insights", label: "open/source/insights" },
                { value: "ecosyste.ms", label: "ecosyste.ms" },
              ]}
            />
            <Choice name="setting_metrics_timespan" value={user?.setting_metrics_timespan} options={TIMESPANS.map(({ name, days }) => ({ value: name, label: `my_settings.days_${days}` }))} />
            <Choice name="setting_rows_per_page" value={user?.setting_rows_per_page} options={ROWS_PER_PAGE.map((value) => ({ value, label: String(value) }))} />
          </Stack>
        </CardContent>
      </Card>
    </>
  );
}

function Choice<Name extends keyof MySettings>({ name, value, options }: Props<Name>) {
  const translate = useTranslate();
  const { save } = useMySettings();
  const label = useId();
  const choose = (text: string) => {
    const chosen = options.find((option) => String(option.value) === text);
    if (chosen !== undefined) void save({ [name]: chosen.value });
  };
  return (
    <FormControl>
      <FormLabel id={label}>{translate(`fields.${name}`)}</FormLabel>
      <RadioGroup row aria-labelledby={label} value={String(value ?? "")} onChange={(_event, text) => choose(text)}>
        {options.map((option) => (
          <FormControlLabel key={String(option.value)} value={String(option.value)} control={<Radio />} label={translate(option.label, { _: option.label })} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
