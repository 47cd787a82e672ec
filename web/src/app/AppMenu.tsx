import { Box, List } from "@mui/material";
import { useTranslate } from "react-admin";
import { useViewer } from "../session/useViewer";
import { MenuEntry } from "./MenuEntry";
import { MenuSection } from "./MenuSection";
import { sectionsFor } from "./places";

interface Props {
  /** With names; otherwise icons only. */
  wide: boolean;
  onChosen?: () => void;
}

/** The menu. A list's entry opens it with the filters that it had last. */
export function AppMenu({ wide, onChosen }: Props) {
  const translate = useTranslate();
  const viewer = useViewer();
  return (
    <Box component="nav" aria-label={translate("menu.main")} sx={{ py: 1 }}>
      {sectionsFor(viewer).map(({ label, places }) => {
        const entries = places.map((place) => <MenuEntry key={place.to} place={place} wide={wide} {...(onChosen && { onChosen })} />);
        return label === undefined ? (
          <List key="main" disablePadding>
            {entries}
          </List>
        ) : (
          <MenuSection key={label} label={label} wide={wide}>
            {entries}
          </MenuSection>
        );
      })}
    </Box>
  );
}
