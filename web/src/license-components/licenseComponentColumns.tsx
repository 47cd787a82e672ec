import type { LicenseComponentListItem, Product } from "../api/types";
import type { Column } from "../lists/columns";
import { EvaluationChip } from "../values/EvaluationChip";
import { LicenseName } from "./LicenseName";

/** What is told of a license component in every list. */
export const COMPONENT_COLUMNS: readonly Column<LicenseComponentListItem>[] = [
  {
    source: "effective_license_name",
    minWidth: "12em",
    render: (row) => <LicenseName name={row.effective_license_name} known={row.effective_spdx_license !== null || row.effective_license_expression !== ""} />,
  },
  { source: "evaluation_result", chip: true, render: (row) => <EvaluationChip result={row.evaluation_result} /> },
  { source: "component_name_version_type", opens: true, minWidth: "16em" },
  { source: "component_type", auto: true },
  { source: "origin_service_name", auto: true },
];

/** The columns of a list of license components: only what the product has. */
export function licenseComponentColumns(product: Product): readonly Column<LicenseComponentListItem>[] {
  return [
    ...(product.has_branches ? [{ source: "branch_name" }] : []),
    ...COMPONENT_COLUMNS,
    ...(product.has_concluded_comments ? [{ source: "manual_concluded_comment", auto: true }] : []),
  ];
}
