import type { ImportResult } from "../api/types";
import type { UploadKind } from "./uploadKinds";

/** The most files of one upload. */
export const MAX_FILES = 10;

export interface UploadValues {
  branch?: number | null;
  service_id?: number | null;
  docker_image_name_tag?: string;
  endpoint_url?: string;
  kubernetes_cluster?: string;
}

export type UploadState = { is: "waiting" } | { is: "running" } | { is: "done"; result: ImportResult } | { is: "failed"; message: string };

/** The form of one file; empty values are not sent. */
export function uploadForm(kind: UploadKind, product: number, file: File, values: UploadValues): FormData {
  const form = new FormData();
  form.append("product", String(product));
  const { branch, service_id, ...origins } = values;
  const entries = { branch, service_id, ...(kind.origins ? origins : {}) };
  for (const [name, value] of Object.entries(entries)) {
    if (value !== undefined && value !== null && value !== "") form.append(name, String(value));
  }
  // License components come in by the upload of an SBOM only.
  if (kind.origins) form.append("suppress_licenses", "true");
  form.append("file", file, file.name);
  return form;
}

/** Splits dropped or chosen files into those that can be uploaded, and the names of the others. */
export function acceptable(files: readonly File[], kind: UploadKind): { accepted: File[]; refused: string[] } {
  const fits = (file: File) => kind.extensions.some((extension) => file.name.toLowerCase().endsWith(extension));
  return { accepted: files.filter(fits), refused: files.filter((file) => !fits(file)).map(({ name }) => name) };
}

/** The numbers of an answer in the order in which they are told; those that the server left out are not there. */
export function resultLines(result: ImportResult): { key: keyof ImportResult; count: number }[] {
  const keys: (keyof ImportResult)[] = [
    "observations_new",
    "observations_updated",
    "observations_resolved",
    "license_components_new",
    "license_components_updated",
    "license_components_deleted",
  ];
  return keys.flatMap((key) => {
    const count = result[key];
    return count === undefined ? [] : [{ key, count }];
  });
}
