import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import { Accordion, AccordionDetails, AccordionSummary, Chip, Typography } from "@mui/material";
import { useState, type ReactNode } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  /** How much there is in it, shown beside the title. */
  count?: number;
  /** Whether it is open at first. */
  opened?: boolean;
  children: ReactNode;
}

/** A panel that is opened by those who want to see it: until then its content asks for nothing. */
export function Foldable({ title, count, opened = false, children }: Props) {
  const translate = useTranslate();
  const [open, setOpen] = useState(opened);
  return (
    <Accordion variant="outlined" disableGutters expanded={open} onChange={(_event, expanded) => setOpen(expanded)} slotProps={{ heading: { component: "h2" } }}>
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Typography variant="subtitle1" component="span">
          {translate(title)}
        </Typography>
        {count === undefined ? null : <Chip size="small" label={count} sx={{ ml: 1, alignSelf: "center" }} />}
      </AccordionSummary>
      <AccordionDetails>{open ? children : null}</AccordionDetails>
    </Accordion>
  );
}
