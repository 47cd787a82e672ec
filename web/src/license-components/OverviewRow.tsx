import ExpandLessIcon from "@mui/icons-material/ExpandLess";
import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import { IconButton, TableCell, TableRow } from "@mui/material";
import { useId, useState } from "react";
import { useTranslate } from "react-admin";
import type { LicenseComponentListItem, LicenseComponentOverview, Product } from "../api/types";
import { ExpandedRow } from "../lists/ExpandedRow";
import { RecordList } from "../lists/RecordList";
import { stateKeys, withinFilter } from "../navigation/context";
import { EvaluationChip } from "../values/EvaluationChip";
import { licenseComponentColumns } from "./licenseComponentColumns";
import { licenseComponentLink } from "./licenseComponentLink";
import { LicenseName } from "./LicenseName";

type Group = LicenseComponentOverview["results"][number];

interface Props {
  product: Product;
  group: Group;
  /** The filters of the overview, which hold for the expanded list, too. */
  filter: Record<string, unknown>;
  columns: readonly string[];
}

const IN_GROUP = ["component_name_version_type", "component_type", "origin_service_name", "manual_concluded_comment"];

/** One license with the number of its components; expanded, the components. */
export function OverviewRow({ product, group, filter, columns }: Props) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const id = useId();
  const cells: Record<string, React.ReactNode> = {
    branch_name: group.branch_name,
    effective_license_name: <LicenseName name={group.effective_license_name} known={group.effective_license_type === "SPDX" || group.effective_license_type === "Expression"} />,
    evaluation_result: <EvaluationChip result={group.evaluation_result} />,
    num_components: group.num_components,
  };
  const { component_purl_type, origin_service, branch } = filter;
  const fixed = {
    product: product.id,
    effective_license_name_exact: group.effective_license_name,
    evaluation_result: group.evaluation_result,
    ...(group.branch_name ? { branch_name_exact: group.branch_name } : { without_branch: true }),
    ...(branch !== undefined && { branch }),
    ...(component_purl_type !== undefined && { component_purl_type }),
    ...(origin_service !== undefined && { origin_service }),
  };
  return (
    <>
      <TableRow hover>
        <TableCell padding="checkbox">
          <IconButton
            size="small"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={translate(open ? "ra.action.close" : "ra.action.expand") + " " + group.effective_license_name}
            onClick={() => setOpen(!open)}
          >
            {open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
          </IconButton>
        </TableCell>
        {columns.map((source) => (
          <TableCell key={source} align={source === "num_components" ? "right" : "left"}>
            {cells[source]}
          </TableCell>
        ))}
      </TableRow>
      {open ? (
        <ExpandedRow id={id} width={columns.length + 1}>
          <RecordList<LicenseComponentListItem>
            resource="license_components"
            stateKey={stateKeys.licenseComponentsInGroup}
            sort={{ field: "component_name_version_type", order: "ASC" }}
            filter={fixed}
            columns={licenseComponentColumns(product).filter(({ source }) => IN_GROUP.includes(source))}
            rowLink={(row) => licenseComponentLink(row.id, withinFilter("group", fixed))}
            light="license_component_ids"
            plain
          />
        </ExpandedRow>
      ) : null}
    </>
  );
}
