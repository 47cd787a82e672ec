import { Box, Tab, Tabs } from "@mui/material";
import { useId, useState } from "react";
import { useTranslate } from "react-admin";
import { CopyableText } from "../values/CopyableText";
import type { Snippet } from "./snippets";

/** The same thing for several kinds of pipelines, to choose from. */
export function SnippetTabs({ snippets }: { snippets: readonly Snippet[] }) {
  const translate = useTranslate();
  const panel = useId();
  const [chosen, setChosen] = useState(0);
  const snippet = snippets[chosen];
  return (
    <Box>
      {snippets.length > 1 ? (
        <Tabs value={chosen} onChange={(_event, tab: number) => setChosen(tab)} aria-label={translate("token.snippet")} sx={{ minHeight: 40, mb: 1, "& .MuiTab-root": { minHeight: 40 } }}>
          {snippets.map(({ label }, index) => (
            <Tab key={label} id={`${panel}-${index}`} aria-controls={panel} label={translate(label)} />
          ))}
        </Tabs>
      ) : null}
      <Box id={panel} {...(snippets.length > 1 && { role: "tabpanel", "aria-labelledby": `${panel}-${chosen}` })}>
        {snippet === undefined ? null : <CopyableText text={snippet.text} label="token.copy_snippet" />}
      </Box>
    </Box>
  );
}
