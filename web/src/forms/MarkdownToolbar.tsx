import CodeIcon from "@mui/icons-material/Code";
import FormatBoldIcon from "@mui/icons-material/FormatBold";
import FormatItalicIcon from "@mui/icons-material/FormatItalic";
import FormatListBulletedIcon from "@mui/icons-material/FormatListBulleted";
import FormatListNumberedIcon from "@mui/icons-material/FormatListNumbered";
import GridOnIcon from "@mui/icons-material/GridOn";
import HorizontalRuleIcon from "@mui/icons-material/HorizontalRule";
import ImageIcon from "@mui/icons-material/Image";
import LinkIcon from "@mui/icons-material/Link";
import TitleIcon from "@mui/icons-material/Title";
import { Box, IconButton, Tooltip } from "@mui/material";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import { useTranslate } from "react-admin";
import type { Mark } from "./markdownMarks";

const ICONS: Record<Mark, ReactElement> = {
  heading: <TitleIcon fontSize="small" />,
  bold: <FormatBoldIcon fontSize="small" />,
  italic: <FormatItalicIcon fontSize="small" />,
  code: <CodeIcon fontSize="small" />,
  list: <FormatListBulletedIcon fontSize="small" />,
  numbers: <FormatListNumberedIcon fontSize="small" />,
  link: <LinkIcon fontSize="small" />,
  image: <ImageIcon fontSize="small" />,
  table: <GridOnIcon fontSize="small" />,
  rule: <HorizontalRuleIcon fontSize="small" />,
};
const MARKS = Object.keys(ICONS) as Mark[];

/** Buttons that put marks on the selected text. For the keyboard they are one stop; the arrows lead from one to the next (ARIA APG, "toolbar"). */
export function MarkdownToolbar({ onMark }: { onMark: (mark: Mark) => void }) {
  const translate = useTranslate();
  const [current, setCurrent] = useState(0);
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const next = (current + step + MARKS.length) % MARKS.length;
    setCurrent(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <Box role="toolbar" aria-label={translate("form.formatting")} onKeyDown={pressed}>
      {MARKS.map((mark, index) => (
        <Tooltip key={mark} title={translate(`form.mark.${mark}`)}>
          <IconButton
            size="small"
            aria-label={translate(`form.mark.${mark}`)}
            tabIndex={index === current ? 0 : -1}
            onFocus={() => setCurrent(index)}
            onClick={() => onMark(mark)}
          >
            {ICONS[mark]}
          </IconButton>
        </Tooltip>
      ))}
    </Box>
  );
}
