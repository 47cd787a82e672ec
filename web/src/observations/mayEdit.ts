import { can, Permission } from "../access/permissions";
import type { Observation, ObservationListItem } from "../api/types";

/** Whether the person may change an observation: only those that were added by hand, because an import would undo it. */
export function mayEdit({ parser_data, product_data }: Observation | ObservationListItem): boolean {
  return parser_data.type === "Manual" && can(product_data, Permission.ObservationEdit);
}
