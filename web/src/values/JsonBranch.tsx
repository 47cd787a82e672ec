import ChevronRightIcon from "@mui/icons-material/ChevronRight";
import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import { Box, Button, ButtonBase } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { entriesOf, isContainer } from "./jsonNodes";

/** The entries that are added to a long list at a time. */
const PORTION = 100;
const INDENT = 2.5;

interface Props {
  /** Missing at the root. */
  name?: string;
  value: object;
  /** So many levels, this one included, are open at first. */
  levels: number;
}

/** An object or array of JSON, below its name what it consists of. */
export function JsonBranch({ name, value, levels }: Props) {
  const translate = useTranslate();
  const [open, setOpen] = useState(levels > 0);
  const [shown, setShown] = useState(PORTION);
  const entries = entriesOf(value);
  const count = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  return (
    <>
      <ButtonBase aria-expanded={open} onClick={() => setOpen(!open)} sx={{ font: "inherit", textAlign: "left", borderRadius: 1, pr: 0.5, minHeight: 24 }}>
        {open ? <ExpandMoreIcon fontSize="inherit" /> : <ChevronRightIcon fontSize="inherit" />}
        <Box component="span" sx={{ ml: 0.5, overflowWrap: "anywhere" }}>
          {name === undefined ? null : <Name name={name} />}
          {count}
        </Box>
      </ButtonBase>
      {open ? (
        <Box component="ul" sx={{ m: 0, pl: INDENT, listStyle: "none" }}>
          {entries.slice(0, shown).map(([key, child]) => (
            <li key={key}>{isContainer(child) ? <JsonBranch name={key} value={child} levels={levels - 1} /> : <Leaf name={key} value={child} />}</li>
          ))}
          {entries.length > shown ? (
            <li>
              <Button size="small" onClick={() => setShown(shown + PORTION)}>
                {translate("json.more", { count: Math.min(PORTION, entries.length - shown), all: entries.length })}
              </Button>
            </li>
          ) : null}
        </Box>
      ) : null}
    </>
  );
}

/** A single value; a text keeps its lines. */
function Leaf({ name, value }: { name: string; value: unknown }) {
  return (
    <Box sx={{ pl: "calc(1em + 4px)", lineHeight: 1.6, overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
      <Name name={name} />
      {typeof value === "string" ? `"${value}"` : JSON.stringify(value)}
    </Box>
  );
}

function Name({ name }: { name: string }) {
  return (
    <Box component="span" sx={{ color: "text.secondary" }}>
      {`${name}: `}
    </Box>
  );
}
