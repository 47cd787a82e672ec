import SettingsIcon from "@mui/icons-material/Settings";
import { Box, Stack } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import type { Settings } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { EditLink } from "../forms/EditLink";
import { useFeature } from "../session/statusSettings";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { YesNo } from "../values/YesNo";
import { ResetSecretAction } from "./ResetSecretAction";
import { isNeeded, SETTINGS_GROUPS } from "./settingsGroups";

/** The settings of the installation, for reading. */
export default function SettingsScreen() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader
        title={translate("menu.settings")}
        icon={<SettingsIcon />}
        actions={
          <>
            <ResetSecretAction />
            <EditLink to="/settings/1" />
          </>
        }
      />
      <Screen<Settings> resource="settings">{(settings) => <Groups settings={settings} />}</Screen>
    </>
  );
}

function shown(value: Settings[keyof Settings]): ReactNode {
  if (typeof value === "boolean") return <YesNo value={value} />;
  if (Array.isArray(value)) return value.join(", ");
  return value;
}

function Groups({ settings }: { settings: Settings }) {
  const email = useFeature("feature_email");
  return (
    <Stack spacing={2}>
      {SETTINGS_GROUPS.map(({ title, fields }) => (
        <Panel key={title} title={title}>
          <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", md: "1fr 1fr" } }}>
            {fields
              .filter((field) => isNeeded(field, (need) => (need === "feature_email" ? email : settings[need] === true)))
              .map(({ name }) => (
                <Labelled key={name} label={`fields.${name}`}>
                  {shown(settings[name])}
                </Labelled>
              ))}
          </Box>
        </Panel>
      ))}
    </Stack>
  );
}
