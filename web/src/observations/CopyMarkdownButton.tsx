import { useTranslate } from "react-admin";
import type { Observation } from "../api/types";
import { CopyButton } from "../values/CopyButton";
import { observationLink } from "./observationLink";
import { observationMarkdown } from "./observationMarkdown";

/** Copies a finding in Markdown, for a ticket or a chat. */
export function CopyMarkdownButton({ observation }: { observation: Observation }) {
  const translate = useTranslate();
  const address = `${window.location.origin}${window.location.pathname}#${observationLink(observation.id)}`;
  return <CopyButton text={observationMarkdown(observation, address, translate)} label="observation.copy_markdown" />;
}
