import { useListContext, useTranslate } from "react-admin";

/** How the surrounding list's columns and filters are called. */
export function useLabel(): (of: { source: string; label?: string }) => string {
  const { resource } = useListContext();
  const translate = useTranslate();
  return ({ source, label }) => translate(label ?? `resources.${resource}.fields.${source}`, { _: translate(`fields.${source}`, { _: source }) });
}
