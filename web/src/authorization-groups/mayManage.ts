import type { AuthorizationGroup, User } from "../api/types";

/** Superusers, and the members who are its managers. */
export function mayManage(group: AuthorizationGroup, user: User | null): boolean {
  return group.is_manager || user?.is_superuser === true;
}
