import { useCurrentUser } from "../session/session";

/** Whether one may make groups and policies: not as an external user. */
export function useMayCreate(): boolean {
  const user = useCurrentUser();
  return user !== null && (user.is_superuser === true || user.is_external !== true);
}
