import { Box, CircularProgress } from "@mui/material";
import { lazy, Suspense } from "react";

const RenderedMarkdown = lazy(() => import("./RenderedMarkdown"));

// Signs that are common in Markdown and rare in plain text; without them the renderer need not be loaded.
const MARKDOWN = /[*_`#>|~]|\[.+\]\(|^\s*[-+] |^\s*\d+\. |https?:\/\//m;

/** A text that may be Markdown. Raw HTML in it stays text. */
export function Markdown({ text }: { text: string | null | undefined }) {
  if (!text) return null;
  if (!MARKDOWN.test(text)) return <Box sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</Box>;
  return (
    <Suspense fallback={<CircularProgress size={16} aria-hidden />}>
      <RenderedMarkdown text={text} />
    </Suspense>
  );
}
