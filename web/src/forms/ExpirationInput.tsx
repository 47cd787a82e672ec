import { DateInput } from "react-admin";
import { dateInDays } from "../values/days";

function notPast(date: string | null | undefined): string | undefined {
  return date && date < dateInDays(0) ? "form.not_in_past" : undefined;
}

/** The last day on which a token works; empty: for ever. */
export function ExpirationInput() {
  return <DateInput source="expiration_date" validate={notPast} slotProps={{ htmlInput: { min: dateInDays(0) } }} helperText="token.expiration_help" />;
}
