import { useEffect } from "react";

interface Props {
  /** Texts, the most special one first. Missing ones are left out. */
  parts: readonly (string | null | undefined)[];
}

/** Names the browser tab: "Title – Product – SecObserve". */
export function PageTitle({ parts }: Props) {
  const title = [...parts.filter((part) => part), "SecObserve"].join(" – ");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
