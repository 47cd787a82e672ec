import { createTheme, type Theme, type ThemeOptions } from "@mui/material";
import { deepmerge } from "@mui/utils";

// Everything about how the application looks: fonts, shapes and the colours of both modes. What colours mean for values is in values/colours.ts.
const FONT = '"Roboto Variable", system-ui, sans-serif';
const RADIUS = 10;
const SMALL_RADIUS = 6;

/** Inputs are as wide as their place and do not take more height than they need. */
const INPUT = { variant: "outlined", margin: "dense", size: "small", fullWidth: true } as const;

/** Texts in tables take two lines at the most. Plain rules: computing the style of each of some hundred cells would be felt. */
const CELL_TEXTS = {
  ".cell-text": { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: 2, overflow: "hidden", overflowWrap: "break-word", maxWidth: "17em" },
  ".one-line": { whiteSpace: "nowrap" },
} as const;

/** Who asks for less motion gets none but that of waiting (WCAG 2.2, 2.3.3). */
const STILL = { "@media (prefers-reduced-motion: reduce)": { "*, *::before, *::after": { transition: "none !important" } } };

const shared: ThemeOptions = {
  typography: {
    fontFamily: FONT,
    button: { textTransform: "none", fontWeight: 500 },
    h5: { fontSize: "1.25rem", fontWeight: 500, lineHeight: 1.4 },
    h6: { fontSize: "1rem", fontWeight: 500 },
    subtitle2: { fontWeight: 600 },
  },
  shape: { borderRadius: RADIUS },
  components: {
    MuiPaper: { defaultProps: { elevation: 0 } },
    MuiTextField: { defaultProps: INPUT },
    MuiFormControl: { defaultProps: INPUT },
    MuiAutocomplete: { defaultProps: { fullWidth: true } },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { borderRadius: SMALL_RADIUS } } },
    MuiOutlinedInput: { styleOverrides: { root: { borderRadius: SMALL_RADIUS } } },
    MuiLink: { defaultProps: { underline: "hover" } },
    MuiAppBar: { defaultProps: { elevation: 0 } },
    MuiTooltip: { defaultProps: { arrow: true } },
    MuiAlert: { styleOverrides: { root: { alignItems: "center" } } },
    MuiTab: { styleOverrides: { root: { minHeight: 56, padding: "8px 11px", fontSize: "0.8125rem" } } },
    MuiTableSortLabel: { styleOverrides: { icon: { fontSize: "0.875rem", marginLeft: 1, marginRight: 0 } } },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: "9px 8px", "&.MuiTableCell-paddingCheckbox": { padding: "0 4px" } },
        sizeSmall: { padding: "4px 8px" },
        head: { lineHeight: 1.3, fontSize: "0.8125rem", fontWeight: 600 }, // wraps where a table would be too wide otherwise
      },
    },
    // Each is a card of its own, not a part of a pile.
    MuiAccordion: { styleOverrides: { root: { borderRadius: RADIUS, "&&:first-of-type, &&:last-of-type": { borderRadius: RADIUS }, "&::before": { display: "none" } } } },
    MuiDialogActions: { styleOverrides: { root: { padding: "12px 24px 16px" } } },
    RaToolbar: { styleOverrides: { root: { backgroundColor: "transparent" } } },
  },
};

/** Where the two modes differ besides the palette. */
function surfaces(colours: { link: string; border: string; bar: string; barText: string; focus: string; active: string }): ThemeOptions["components"] {
  const { link, border, bar, barText, focus, active } = colours;
  return {
    MuiCssBaseline: { styleOverrides: { ...STILL, ...CELL_TEXTS, ":focus-visible": { outline: `2px solid ${focus}`, outlineOffset: 1 } } },
    MuiLink: { styleOverrides: { root: { color: link } } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: "none" }, outlined: { borderColor: border } } },
    MuiCard: { styleOverrides: { root: { border: `1px solid ${border}` } } },
    MuiTableSortLabel: { styleOverrides: { icon: { fontSize: "0.875rem", marginLeft: 1, marginRight: 0 } } },
    MuiTableCell: { styleOverrides: { root: { borderColor: border } } },
    MuiAppBar: {
      styleOverrides: { root: { backgroundColor: bar, backgroundImage: "none", color: barText, borderRadius: 0, borderBottom: `1px solid ${border}` } },
    },
    MuiListItemButton: { styleOverrides: { root: { "&.Mui-selected, &.Mui-selected:hover": { backgroundColor: active } } } },
  };
}

const light: ThemeOptions = {
  palette: {
    mode: "light",
    primary: { main: "#1e194b" },
    secondary: { main: "#ff008c", light: "#ff5cb4", dark: "#b8005f", contrastText: "#000" },
    // The established orange (#ed6c02) is too light under white text.
    warning: { main: "#b45309", contrastText: "#fff" },
    success: { main: "#2e7d32" },
    error: { main: "#c62828" },
    text: { secondary: "#5a5a66" },
    background: { default: "#fafafb", paper: "#ffffff" },
  },
  components: surfaces({ link: "#006b92", border: "#e0e0e3", bar: "#ffffff", barText: "#1e194b", focus: "#1e194b", active: "#ecebf4" }),
};

const dark: ThemeOptions = {
  palette: {
    mode: "dark",
    primary: { main: "#6ed2f0" },
    secondary: { main: "#ff008c", light: "#ff5cb4", dark: "#b8005f", contrastText: "#000" },
    warning: { main: "#ffb74d" },
    // On the bar above selected rows, too, it has to stand out.
    error: { main: "#ffa199" },
    background: { default: "#313131", paper: "#212121" },
  },
  components: surfaces({ link: "#6ed2f0", border: "#4a4a4d", bar: "#212121", barText: "#ffffff", focus: "#6ed2f0", active: "#33454c" }),
};

export const lightTheme: Theme = createTheme(deepmerge(shared, light));
export const darkTheme: Theme = createTheme(deepmerge(shared, dark));
