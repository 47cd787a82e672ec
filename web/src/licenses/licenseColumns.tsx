import type { License } from "../api/types";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { YesNo } from "../values/YesNo";

export const LICENSE_COLUMNS: readonly Column<License>[] = [
  { source: "spdx_id", opens: true },
  { source: "name" },
  { source: "is_osi_approved", render: ({ is_osi_approved }) => (is_osi_approved ? <YesNo value /> : null) },
  { source: "is_deprecated", render: ({ is_deprecated }) => (is_deprecated ? <YesNo value /> : null) },
];

export const LICENSE_FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "spdx_id", search: true },
  { kind: "text", source: "name" },
  { kind: "yesno", source: "is_osi_approved" },
  { kind: "yesno", source: "is_deprecated" },
];
