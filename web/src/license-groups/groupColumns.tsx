import type { LicenseGroup } from "../api/types";
import type { Column } from "../lists/columns";
import { YesNo } from "../values/YesNo";

export const GROUP_COLUMNS: readonly Column<LicenseGroup>[] = [
  { source: "name", opens: true },
  { source: "is_public", render: ({ is_public }) => (is_public ? <YesNo value /> : null) },
];
