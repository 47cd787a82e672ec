import { openedFrom } from "../navigation/context";

/** The detail screen of a user; `from` names the list that it is opened from. */
export function userLink(id: number | string, from?: string): string {
  return openedFrom(`/users/${id}/show`, from);
}
