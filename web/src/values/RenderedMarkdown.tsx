import { Box } from "@mui/material";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { OutsideLink } from "./OutsideLink";
import { safeLink } from "./links";

const COMPONENTS: Components = {
  a: ({ href, children }) => <OutsideLink to={href}>{children}</OutsideLink>,
  // Remote images would tell their server who reads this; the content security policy refuses them anyway.
  img: ({ src, alt }) => <OutsideLink to={typeof src === "string" ? src : null}>{alt === undefined || alt === "" ? src : alt}</OutsideLink>,
};

export default function RenderedMarkdown({ text }: { text: string }) {
  return (
    <Box
      sx={{
        overflowWrap: "anywhere",
        // Within a text, colour alone does not tell a link.
        "& a": { textDecoration: "underline" },
        "& > :first-of-type": { mt: 0 },
        "& > :last-child": { mb: 0 },
        "& pre": { overflowX: "auto", p: 1, borderRadius: 1, bgcolor: "action.hover" },
        "& table": { borderCollapse: "collapse", display: "block", overflowX: "auto" },
        "& td, & th": { border: 1, borderColor: "divider", px: 1, py: 0.5 },
      }}
    >
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={COMPONENTS} skipHtml={false} urlTransform={(url) => safeLink(url) ?? ""}>
        {text}
      </ReactMarkdown>
    </Box>
  );
}
