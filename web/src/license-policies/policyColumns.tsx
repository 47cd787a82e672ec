import type { LicensePolicy } from "../api/types";
import type { Column } from "../lists/columns";
import { YesNo } from "../values/YesNo";

export const POLICY_COLUMNS: readonly Column<LicensePolicy>[] = [
  { source: "name", opens: true },
  { source: "parent_name", auto: true },
  { source: "is_public", render: ({ is_public }) => (is_public ? <YesNo value /> : null) },
];
