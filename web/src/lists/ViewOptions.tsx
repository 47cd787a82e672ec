import ArrowDownwardIcon from "@mui/icons-material/ArrowDownward";
import ArrowUpwardIcon from "@mui/icons-material/ArrowUpward";
import TuneIcon from "@mui/icons-material/Tune";
import { Button, Checkbox, FormControlLabel, IconButton, List, ListItem, Popover, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import { useState } from "react";
import { useListContext, useTranslate, type RaRecord } from "react-admin";
import { useMySettings } from "../profile/useMySettings";
import { useCurrentUser } from "../session/session";
import { NO_CHOICE, orderedColumns, type Column, type ColumnChoice } from "./columns";
import { useLabel } from "./useLabel";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  /** Those of them that the table shows. */
  shown: readonly Column<T>[];
  choice: ColumnChoice;
  onChoose: (choice: ColumnChoice) => void;
}

/** Which columns a table has, in which order, and how close its rows are. */
export function ViewOptions<T extends RaRecord>({ columns, shown, choice, onChoose }: Props<T>) {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { sort } = useListContext<T>();
  const user = useCurrentUser();
  const { save } = useMySettings();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const ordered = orderedColumns(columns, choice).filter(({ actions }) => !actions);

  const move = (index: number, step: -1 | 1) => {
    const order = ordered.map(({ source }) => source);
    const [moved] = order.splice(index, 1);
    if (moved !== undefined) order.splice(index + step, 0, moved);
    onChoose({ ...choice, order });
  };
  return (
    <>
      <Button size="small" color="inherit" startIcon={<TuneIcon />} aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {translate("view.options")}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { role: "dialog", "aria-label": translate("view.options"), sx: { p: 2, width: "20em", maxWidth: "92vw" } } }}
      >
        <Typography variant="subtitle2" component="h2" gutterBottom>
          {translate("fields.setting_list_size")}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={user?.setting_list_size ?? "medium"}
          aria-label={translate("fields.setting_list_size")}
          onChange={(_event, size: "small" | "medium" | null) => size !== null && void save({ setting_list_size: size })}
        >
          <ToggleButton value="medium" autoFocus>{translate("my_settings.medium")}</ToggleButton>
          <ToggleButton value="small">{translate("my_settings.small")}</ToggleButton>
        </ToggleButtonGroup>
        <Typography variant="subtitle2" component="h2" sx={{ mt: 2 }}>
          {translate("view.columns")}
        </Typography>
        <List dense disablePadding>
          {ordered.map((column, index) => (
            <ListItem key={column.source} disableGutters sx={{ py: 0 }}>
              <FormControlLabel
                sx={{ flexGrow: 1, mr: 0, "& .MuiFormControlLabel-label": { fontSize: "0.875rem" } }}
                control={
                  <Checkbox
                    size="small"
                    sx={{ py: 0.5 }}
                    checked={shown.includes(column)}
                    disabled={column.opens === true || column.source === sort.field}
                    onChange={(_event, on) => onChoose({ ...choice, shown: { ...choice.shown, [column.source]: on } })}
                  />
                }
                label={labelOf(column)}
              />
              <IconButton size="small" disabled={index === 0} aria-label={translate("view.up", { name: labelOf(column) })} onClick={() => move(index, -1)}>
                <ArrowUpwardIcon fontSize="inherit" />
              </IconButton>
              <IconButton size="small" disabled={index === ordered.length - 1} aria-label={translate("view.down", { name: labelOf(column) })} onClick={() => move(index, 1)}>
                <ArrowDownwardIcon fontSize="inherit" />
              </IconButton>
            </ListItem>
          ))}
        </List>
        {/* Never disabled: a button that is would lose the focus, and with it the Escape that closes the popover. */}
        <Button size="small" onClick={() => onChoose(NO_CHOICE)} sx={{ mt: 1 }}>
          {translate("view.reset")}
        </Button>
      </Popover>
    </>
  );
}
