import { useMediaQuery, type Theme } from "@mui/material";
import { useStore } from "react-admin";

interface Sidebar {
  /** There is no room beside the screen: it lies over it, or is hidden. */
  floating: boolean;
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** The side menu: wide or narrow beside the screen, which is remembered; over it or hidden on small screens. */
export function useSidebar(): Sidebar {
  const floating = useMediaQuery<Theme>((theme) => theme.breakpoints.down("md"));
  const [wide, setWide] = useStore("sidebar.wide", true);
  const [shown, setShown] = useStore("sidebar.shown", false);
  return floating ? { floating, open: shown, setOpen: setShown } : { floating, open: wide, setOpen: setWide };
}
