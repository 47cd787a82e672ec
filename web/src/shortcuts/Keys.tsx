import { Box } from "@mui/material";

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

const NAMES: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", " ": "Space", mod: MAC ? "⌘" : "Ctrl" };

/** How the keys of a command are written on a keyboard. */
export function Keys({ keys }: { keys: string }) {
  return keys.split("+").map((key, index) => (
    <Box
      key={index}
      component="kbd"
      sx={{ display: "inline-block", minWidth: "1.6em", px: 0.5, mr: 0.5, textAlign: "center", fontFamily: "inherit", fontSize: "0.75rem", lineHeight: 1.6, border: 1, borderColor: "divider", borderBottomWidth: 2, borderRadius: 1 }}
    >
      {NAMES[key] ?? (key.length === 1 && keys.includes("+") ? key.toUpperCase() : key)}
    </Box>
  ));
}
