import { useCurrentUser } from "../session/session";

/** Whether one may change a license group or policy: as its manager or as a superuser. */
export function useManages({ is_manager }: { is_manager: boolean }): boolean {
  return useCurrentUser()?.is_superuser === true || is_manager;
}
