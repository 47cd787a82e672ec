/** A text for each field that the server rejected, and the whole message for what belongs to no field. */
export interface FieldErrors {
  [field: string]: string | { serverError: string };
  root: { serverError: string };
}

const LABELLED = /^([A-Z][A-Za-z0-9 ]*): (.+)$/;

/** A line `<Field label>: <text>` of an error message; null when it is none. */
export function labelledLine(line: string): { field: string; text: string } | null {
  const [, label, text] = LABELLED.exec(line) ?? [];
  return label === undefined || text === undefined ? null : { field: fieldOf(label), text };
}

/** The field that a label of an error message names: `Cvss3 score` is `cvss3_score`. */
function fieldOf(label: string): string {
  return label.toLowerCase().replaceAll(" ", "_");
}

/**
 * Reads the lines `<Field label>: <text>` of an error message.
 *
 * Only fields that were sent are answered: an error on a field that the form does not have could neither be seen nor be
 * cleared. The whole message stands at `root`, where forms show what no field explains.
 */
export function fieldErrors(message: string, sent: object): FieldErrors | undefined {
  const errors: FieldErrors = { root: { serverError: message } };
  let found = false;
  for (const line of message.split("\n")) {
    const { field, text } = labelledLine(line) ?? { field: "", text: "" };
    if (!Object.hasOwn(sent, field)) continue;
    const earlier = errors[field];
    errors[field] = typeof earlier === "string" ? `${earlier} ${text}` : text;
    found = true;
  }
  return found ? errors : undefined;
}
