import CloseIcon from "@mui/icons-material/Close";
import { Box, Button, CircularProgress, IconButton, Tooltip, Typography } from "@mui/material";
import { useListContext, useTranslate, type FilterPayload } from "react-admin";
import type { BulkAction } from "./bulkAction";
import { useSelectAllMatching } from "./useSelectAllMatching";

interface Props {
  actions: readonly BulkAction[];
  /** The resource that delivers the ids of all rows; without it only those of the page can be selected. */
  light: string | undefined;
  /** Leaves the rows that the actions are for; without it all are. */
  selectFilter: FilterPayload | undefined;
  onOpen: (action: BulkAction) => void;
}

/** What can be done with the selected rows, as long as there are some. */
export function BulkBar({ actions, light, selectFilter, onOpen }: Props) {
  const translate = useTranslate();
  const { selectedIds, total = 0, onSelect } = useListContext();
  const { selectAll, selecting } = useSelectAllMatching(light, selectFilter);
  if (actions.length === 0 || selectedIds.length === 0) return <div role="status" />;
  return (
    <Box
      sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1, px: 2, py: 0.5, bgcolor: "action.selected", position: "sticky", top: 48, zIndex: 3, backdropFilter: "blur(8px)" }}
    >
      <Typography role="status" variant="body2" sx={{ fontWeight: 500 }}>
        {translate("bulk.selected", { smart_count: selectedIds.length })}
      </Typography>
      {light !== undefined && selectedIds.length < total ? (
        <Button size="small" onClick={() => void selectAll()} disabled={selecting} startIcon={selecting ? <CircularProgress size={14} /> : undefined}>
          {selectFilter === undefined ? translate("bulk.select_all", { total }) : translate("bulk.select_all_permitted")}
        </Button>
      ) : null}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.5, ml: { sm: "auto" } }}>
        {actions.map((action) => (
          <Button key={action.label} size="small" color={action.danger ? "error" : "primary"} startIcon={action.icon} onClick={() => onOpen(action)}>
            {translate(action.label)}
          </Button>
        ))}
        <Tooltip title={translate("bulk.unselect")}>
          <IconButton size="small" aria-label={translate("bulk.unselect")} onClick={() => onSelect([])}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
    </Box>
  );
}
