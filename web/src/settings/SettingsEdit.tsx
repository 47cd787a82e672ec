import { useQueryClient } from "@tanstack/react-query";
import { BooleanInput, EditBase, SelectArrayInput, useNotify, useRedirect, useTranslate } from "react-admin";
import { useWatch } from "react-hook-form";
import { COMPLETE } from "../api/completeRecord";
import { ChoiceInput } from "../forms/ChoiceInput";
import { FormCard } from "../forms/FormCard";
import { FormHeading } from "../forms/FormHeading";
import { FormSection } from "../forms/FormSection";
import { FormToolbar } from "../forms/FormToolbar";
import { LineInput } from "../forms/LineInput";
import { WholeNumberInput } from "../forms/WholeNumberInput";
import { refetchStatusSettings, useFeature } from "../session/statusSettings";
import { choices } from "../values/choices";
import { isNeeded, SETTINGS_GROUPS, type Need, type SettingField } from "./settingsGroups";

/** The form of the installation's settings. */
export default function SettingsEdit() {
  const queryClient = useQueryClient();
  const notify = useNotify();
  const redirect = useRedirect();
  const translate = useTranslate();

  const saved = async () => {
    notify("ra.notification.updated", { type: "success", messageArgs: { smart_count: 1 } });
    // Menu and forms depend on features: they know at once.
    await refetchStatusSettings(queryClient);
    redirect("/settings/1/show");
  };
  return (
    <EditBase resource="settings" id={1} mutationMode="pessimistic" queryOptions={{ meta: COMPLETE }} mutationOptions={{ meta: COMPLETE, onSuccess: () => void saved() }}>
      <FormHeading title="ra.action.edit" path={[{ name: translate("menu.settings"), to: "/settings/1/show" }]} />
      <FormCard toolbar={<FormToolbar />}>
        {SETTINGS_GROUPS.map(({ title, fields }) => (
          <FormSection key={title} title={title}>
            {fields.map((field) =>
              field.needs === undefined ? <SettingInput key={field.name} field={field} /> : <DependentInput key={field.name} field={field} needs={field.needs} />,
            )}
          </FormSection>
        ))}
      </FormCard>
    </EditBase>
  );
}

/** An input that comes and goes with what it depends on, also before that is saved. */
function DependentInput({ field, needs }: { field: SettingField; needs: readonly Need[] }) {
  const values = useWatch({ name: needs }) as unknown[];
  const email = useFeature("feature_email");
  return isNeeded(field, (need) => (need === "feature_email" ? email : values[needs.indexOf(need)] === true)) ? <SettingInput field={field} /> : null;
}

function SettingInput({ field }: { field: SettingField }) {
  switch (field.kind) {
    case "switch":
      return <BooleanInput source={field.name} helperText={false} />;
    case "number":
      return <WholeNumberInput source={field.name} min={field.min} max={field.max} mandatory={field.optional !== true} />;
    case "text":
      return <LineInput source={field.name} max={field.max} helperText={false} />;
    case "choice":
      return <ChoiceInput source={field.name} choices={choices(field.values)} mandatory={field.mandatory === true} helperText={false} />;
    case "choices":
      return <SelectArrayInput source={field.name} choices={choices(field.values)} helperText={false} />;
  }
}
