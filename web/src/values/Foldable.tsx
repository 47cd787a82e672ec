import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import { Accordion, AccordionDetails, AccordionSummary, Typography } from "@mui/material";
import { useState, type ReactNode } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  children: ReactNode;
}

/** A panel that is opened by those who want to see it: until then its content asks for nothing. */
export function Foldable({ title, children }: Props) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Accordion variant="outlined" disableGutters expanded={open} onChange={(_event, expanded) => setOpen(expanded)}>
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <Typography variant="subtitle1" component="span">
          {translate(title)}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>{open ? children : null}</AccordionDetails>
    </Accordion>
  );
}
