import type { Viewer } from "../app/places";
import { useCurrentUser } from "./session";
import { useStatusSettings } from "./statusSettings";

/** What the own user and the installation's settings say about what is to be seen. */
export function useViewer(): Viewer {
  const superuser = useCurrentUser()?.is_superuser === true;
  const features = useStatusSettings().data?.features ?? [];
  return { superuser, has: (feature) => features.includes(feature) };
}
