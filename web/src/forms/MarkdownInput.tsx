import { Box, Tab, Tabs } from "@mui/material";
import { useState } from "react";
import { maxLength, required, TextInput, useTranslate } from "react-admin";
import { useWatch } from "react-hook-form";
import { Markdown } from "../values/Markdown";

interface Props {
  source: string;
  max: number;
  mandatory?: boolean;
  autoFocus?: boolean;
}

/** A text in Markdown: written as source, looked at in a preview. */
export function MarkdownInput({ source, max, mandatory = false, autoFocus = false }: Props) {
  const translate = useTranslate();
  const [preview, setPreview] = useState(false);
  const text = useWatch({ name: source }) as string | undefined;
  return (
    <Box sx={{ width: "100%" }}>
      <Tabs value={preview ? 1 : 0} onChange={(_, tab: number) => setPreview(tab === 1)} sx={{ minHeight: 32, "& .MuiTab-root": { minHeight: 32, py: 0 } }}>
        <Tab label={translate("form.write")} />
        <Tab label={translate("form.preview")} />
      </Tabs>
      {preview ? (
        <Box sx={{ p: 2, minHeight: 100, border: 1, borderColor: "divider", borderRadius: 1 }}>
          <Markdown text={text} />
        </Box>
      ) : null}
      <Box sx={{ display: preview ? "none" : "block" }}>
        <TextInput
          source={source}
          multiline
          minRows={4}
          autoFocus={autoFocus}
          helperText="form.markdown"
          parse={(value: string) => value}
          defaultValue=""
          validate={[...(mandatory ? [required()] : []), maxLength(max)]}
        />
      </Box>
    </Box>
  );
}
