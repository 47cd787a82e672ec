import CheckIcon from "@mui/icons-material/Check";
import CheckBoxIcon from "@mui/icons-material/CheckBox";
import CheckBoxOutlineBlankIcon from "@mui/icons-material/CheckBoxOutlineBlank";
import { ListItemIcon, ListItemText, Menu, MenuItem } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Choice } from "../values/choices";
import type { ChoiceFilter, YesNoFilter } from "./filters";

interface Props {
  filter: ChoiceFilter | YesNoFilter;
  name: string;
  value: unknown;
  anchor: HTMLElement | null;
  onApply: (value: unknown) => void;
  onClose: () => void;
}

/** The values of a filter to choose from: several of them stay open, one closes. */
export function ChoiceMenu({ filter, name, value, anchor, onApply, onClose }: Props) {
  const translate = useTranslate();
  const several = filter.kind === "choices";
  const options: readonly Choice<string>[] =
    filter.kind === "yesno"
      ? [
          { id: "true", name: "ra.boolean.true" },
          { id: "false", name: "ra.boolean.false" },
        ]
      : filter.choices;
  const chosen = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

  const choose = (id: string) => {
    if (several) {
      // In the order in which they are offered, so that the same choice is always the same address.
      onApply(options.map((option) => option.id).filter((option) => (option === id) !== chosen.includes(option)));
      return;
    }
    onClose();
    if (chosen.includes(id)) onApply(undefined);
    else onApply(filter.kind === "yesno" ? id === "true" : id);
  };
  return (
    <Menu anchorEl={anchor} open={anchor !== null} onClose={onClose} slotProps={{ list: { "aria-label": name } }}>
      {options.map((option) => (
        <MenuItem
          key={option.id}
          dense
          role={several ? "menuitemcheckbox" : "menuitemradio"}
          aria-checked={chosen.includes(option.id)}
          onClick={() => choose(option.id)}
        >
          <ListItemIcon sx={{ "&&": { minWidth: 28 } }}>
            <Mark several={several} on={chosen.includes(option.id)} />
          </ListItemIcon>
          <ListItemText>{translate(option.name, { _: option.name })}</ListItemText>
        </MenuItem>
      ))}
    </Menu>
  );
}

/** How an entry shows whether it is chosen. For screen readers the entry itself says so: a real checkbox in it would be one control inside another. */
function Mark({ several, on }: { several: boolean; on: boolean }) {
  if (!several) return on ? <CheckIcon fontSize="small" /> : null;
  return on ? <CheckBoxIcon fontSize="small" color="primary" /> : <CheckBoxOutlineBlankIcon fontSize="small" />;
}
