import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from "react-admin";
import { deepmerge } from "@mui/utils";

const FONT = '"Roboto Variable", system-ui, sans-serif';

const shared: RaThemeOptions = {
  typography: { fontFamily: FONT },
  shape: { borderRadius: 10 },
  sidebar: { width: 220, closedWidth: 55 },
  components: {
    MuiPaper: { defaultProps: { elevation: 0 } },
    MuiTextField: { defaultProps: { variant: "outlined" } },
    MuiFormControl: { defaultProps: { variant: "outlined" } },
    MuiButton: { styleOverrides: { root: { borderRadius: 6 } } },
    MuiOutlinedInput: { styleOverrides: { root: { borderRadius: 6 } } },
    MuiLink: { defaultProps: { underline: "hover" } },
    MuiAppBar: { defaultProps: { elevation: 0 } },
    RaTopToolbar: { styleOverrides: { root: { flexWrap: "wrap" } } },
    MuiTooltip: { defaultProps: { arrow: true } },
    // Tables scroll inside their card, never the page.
    RaDataTable: { styleOverrides: { root: { "& .RaDataTable-tableWrapper": { overflowX: "auto" } } } },
    RaList: { styleOverrides: { root: { "& .RaList-main, & .RaList-content": { minWidth: 0 } } } },
    MuiTableCell: { styleOverrides: { root: { padding: "10px 8px" }, sizeSmall: { padding: "3px 8px" }, head: { lineHeight: 1.3 } } },
    RaLayout: {
      styleOverrides: {
        root: {
          minWidth: 0,
          "& .RaLayout-content": { minWidth: 0, padding: "16px 16px 32px", backgroundColor: "inherit" },
          "& .RaLayout-appFrame": { minWidth: 0 },
        },
      },
    },
    RaMenuItemLink: { styleOverrides: { root: { borderRadius: 6, margin: "0 6px" } } },
  },
};

const light: RaThemeOptions = {
  palette: {
    mode: "light",
    primary: { main: "#1e194b" },
    secondary: { main: "#ff008c", light: "#ff5cb4", dark: "#b8005f", contrastText: "#fff" },
    // The established orange (#ed6c02) is too light under white text.
    warning: { main: "#b45309", contrastText: "#fff" },
    background: { default: "#fafafb" },
  },
  components: {
    MuiLink: { styleOverrides: { root: { color: "#006b92" } } },
    MuiPaper: { styleOverrides: { outlined: { borderColor: "#e0e0e3" } } },
    MuiCard: { styleOverrides: { root: { border: "1px solid #e0e0e3" } } },
    MuiAppBar: { styleOverrides: { root: { backgroundColor: "#fff", color: "#1e194b", borderRadius: 0, borderBottom: "1px solid #e0e0e3" } } },
  },
};

const dark: RaThemeOptions = {
  palette: {
    mode: "dark",
    primary: { main: "#6ed2f0" },
    secondary: { main: "#ff008c", light: "#ff5cb4", dark: "#b8005f", contrastText: "#fff" },
    warning: { main: "#ffb74d" },
    background: { default: "#313131", paper: "#212121" },
  },
  components: {
    MuiLink: { styleOverrides: { root: { color: "#6ed2f0" } } },
    MuiPaper: { styleOverrides: { outlined: { borderColor: "#4a4a4d" } } },
    MuiCard: { styleOverrides: { root: { border: "1px solid #4a4a4d" } } },
    MuiAppBar: { styleOverrides: { root: { backgroundColor: "#212121", backgroundImage: "none", color: "#fff", borderRadius: 0, borderBottom: "1px solid #4a4a4d" } } },
  },
};

export const lightTheme: RaThemeOptions = deepmerge(defaultLightTheme, deepmerge(shared, light));
export const darkTheme: RaThemeOptions = deepmerge(defaultDarkTheme, deepmerge(shared, dark));
