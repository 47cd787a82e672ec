import type { User } from "../api/types";

/** Whether a group or policy may be changed: by superusers, and by the members who are its managers. */
export function mayManage({ is_manager }: { is_manager: boolean }, user: User | null): boolean {
  return is_manager || user?.is_superuser === true;
}
