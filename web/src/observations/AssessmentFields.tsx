import { DateInput } from "react-admin";
import { useWatch } from "react-hook-form";
import { ChoiceInput } from "../forms/ChoiceInput";
import { MarkdownInput } from "../forms/MarkdownInput";
import { WholeNumberInput } from "../forms/WholeNumberInput";
import { useFeature, useStatusSettings } from "../session/statusSettings";
import { choices, justificationChoices, SEVERITIES, STATUSES } from "../values/choices";
import { dateInDays } from "../values/days";
import { takesJustification } from "./assessment";

interface Props {
  /** The date that an accepted risk gets; null: it does not expire, and no date is asked for. */
  expiryDate: string | null;
}

function afterToday(date: string | null | undefined): string | undefined {
  return date && date <= dateInDays(0) ? "form.after_today" : undefined;
}

/** The inputs of an assessment, for one observation or several. */
export function AssessmentFields({ expiryDate }: Props) {
  const status = useWatch({ name: "status" }) as string | undefined;
  const vex = useFeature("feature_vex");
  const style = useStatusSettings().data?.vex_justification_style;
  return (
    <>
      <ChoiceInput source="severity" choices={choices(SEVERITIES)} helperText={false} autoFocus />
      <ChoiceInput source="status" choices={choices(STATUSES)} helperText={false} />
      <WholeNumberInput source="priority" min={1} max={99} />
      {vex && takesJustification(status) ? <ChoiceInput source="vex_justification" choices={justificationChoices(style)} helperText={false} /> : null}
      {status === "Risk accepted" && expiryDate !== null ? (
        <DateInput source="risk_acceptance_expiry_date" defaultValue={expiryDate} validate={afterToday} helperText={false} />
      ) : null}
      <MarkdownInput source="comment" max={4096} mandatory />
    </>
  );
}
