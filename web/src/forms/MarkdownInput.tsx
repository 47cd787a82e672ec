import { Box, Tab, Tabs } from "@mui/material";
import { useRef, useState, type KeyboardEvent } from "react";
import { maxLength, required, TextInput, useTranslate, useTranslateLabel } from "react-admin";
import { useFormState, useWatch } from "react-hook-form";
import { Markdown } from "../values/Markdown";
import { MarkdownToolbar } from "./MarkdownToolbar";
import { change, type Mark } from "./markdownMarks";

interface Props {
  source: string;
  max: number;
  mandatory?: boolean;
  autoFocus?: boolean;
}

const KEYS: Readonly<Record<string, Mark>> = { b: "bold", i: "italic" };

/** A text in Markdown: written as source with the help of a toolbar, looked at in a preview. */
export function MarkdownInput({ source, max, mandatory = false, autoFocus = false }: Props) {
  const translate = useTranslate();
  const translateLabel = useTranslateLabel();
  const [chosen, setPreview] = useState(false);
  const { errors } = useFormState({ name: source });
  // What is wrong with the text is told where it is written.
  const preview = chosen && errors[source] === undefined;
  const text = useWatch({ name: source }) as string | undefined;
  const place = useRef<HTMLDivElement>(null);
  const mark = (kind: Mark) => {
    const area = place.current?.querySelector<HTMLTextAreaElement>("textarea:not([aria-hidden])");
    if (area) applyMark(area, kind);
  };
  const pressed = (event: KeyboardEvent) => {
    const kind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? KEYS[event.key] : undefined;
    if (kind === undefined) return;
    event.preventDefault();
    mark(kind);
  };
  const missing = translate("form.required", { field: translateLabel({ source }) as string });
  return (
    <Box sx={{ width: "100%" }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between" }}>
        <Tabs value={preview ? 1 : 0} onChange={(_, tab: number) => setPreview(tab === 1)} sx={{ minHeight: 32, "& .MuiTab-root": { minHeight: 32, py: 0 } }}>
          <Tab label={translate("form.write")} />
          <Tab label={translate("form.preview")} />
        </Tabs>
        {preview ? null : <MarkdownToolbar onMark={mark} />}
      </Box>
      {preview ? (
        <Box sx={{ p: 2, minHeight: 100, border: 1, borderColor: "divider", borderRadius: 1 }}>
          <Markdown text={text} />
        </Box>
      ) : null}
      <Box ref={place} onKeyDown={pressed} sx={{ display: preview ? "none" : "block" }}>
        <TextInput
          source={source}
          multiline
          minRows={4}
          autoFocus={autoFocus}
          helperText="form.markdown"
          parse={(value: string) => value}
          defaultValue=""
          validate={[...(mandatory ? [required(missing)] : []), maxLength(max)]}
        />
      </Box>
    </Box>
  );
}

/** Puts a mark on what is selected, as if it had been typed: the browser's undo takes it back. */
function applyMark(area: HTMLTextAreaElement, kind: Mark): void {
  const { from, to, text, selected } = change(kind, area.value, area.selectionStart, area.selectionEnd);
  area.focus();
  area.setSelectionRange(from, to);
  // Nothing else writes into the history of undo; where it is missing, the text is replaced without.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, from, to);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(...selected);
}
