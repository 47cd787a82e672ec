import { HttpError } from "react-admin";
import { labelledLine, type FieldErrors } from "../api/errorMessage";

export interface FormErrors {
  /** What belongs to no field of the form; null when each text stands at its field. */
  message: string | null;
  /** Texts for fields, in the form that react-admin's forms take. */
  fields: Record<string, string> | undefined;
}

/** Errors of a body as a whole carry this label, which tells a person nothing. */
const WHOLE_BODY = "non_field_errors";

function withoutLabel(line: string): string {
  const labelled = labelledLine(line);
  return labelled?.field === WHOLE_BODY ? labelled.text : line;
}

/** What a rejected form shows, and where. An ended session is told by the login page. */
export function formErrors(cause: unknown): FormErrors {
  if (!(cause instanceof HttpError)) return { message: cause instanceof Error ? cause.message : String(cause), fields: undefined };
  if (cause.status === 401) return { message: null, fields: undefined };
  const errors = (cause.body as { errors?: FieldErrors } | undefined)?.errors;
  const texts = Object.entries(errors ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const fields = Object.fromEntries(texts);
  const rest = cause.message.split("\n").filter((line) => !Object.hasOwn(fields, labelledLine(line)?.field ?? ""));
  return { message: rest.length === 0 ? null : rest.map(withoutLabel).join("\n"), fields: texts.length === 0 ? undefined : fields };
}
