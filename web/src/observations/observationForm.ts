import type { Status } from "../api/types";

interface FormValues {
  parser_status?: Status | "";
  risk_acceptance_expiry_date?: string | null;
}

/** What is sent for a filled form of a manual observation. */
export function observationRequest<T extends FormValues>(values: T): T {
  return values.parser_status === "Risk accepted" ? values : { ...values, risk_acceptance_expiry_date: null };
}

/** The parts from which the server joins the combined origins: it needs all of them, changed or not. */
export const JOINED_ORIGINS = [
  "origin_component_name",
  "origin_component_version",
  "origin_component_name_version",
  "origin_docker_image_name",
  "origin_docker_image_tag",
  "origin_docker_image_name_tag",
] as const;

/** As `observationRequest`; in addition the combined origins are emptied, so that the server joins them anew. */
export function observationUpdate<T extends FormValues>(values: T): T {
  return { ...observationRequest(values), origin_component_name_version: "", origin_docker_image_name_tag: "" };
}
