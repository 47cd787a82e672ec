import { openedFrom } from "../navigation/context";
import { ACTIVE_STATUSES } from "../values/choices";

/** The detail screen of an observation; `from` names the list that it is opened from (navigation/context.ts). */
export function observationLink(id: number, from?: string): string {
  return openedFrom(`/observations/${id}/show`, from);
}

/** The observations of a product with a filter, active ones unless the filter says otherwise. */
export function productObservationsLink(product: number, filter: Record<string, unknown>): string {
  const complete: Record<string, unknown> & { current_status?: unknown } = { current_status: ACTIVE_STATUSES, ...filter };
  return `/products/${product}/show?filter=${encodeURIComponent(JSON.stringify(complete))}`;
}

/** The active observations of a severity in all products of a group. */
export function groupObservationsLink(group: number, severity: string): string {
  return `/observations?filter=${encodeURIComponent(JSON.stringify({ current_status: ACTIVE_STATUSES, current_severity: [severity], product_group: group }))}`;
}

/** Observations of all products with a filter, active ones unless the filter says otherwise. */
export function activeObservationsLink(filter: Record<string, unknown>): string {
  return `/observations?filter=${encodeURIComponent(JSON.stringify({ current_status: ACTIVE_STATUSES, ...filter }))}`;
}
