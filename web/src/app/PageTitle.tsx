import { useEffect } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Keys of the message catalogue or names, the most special one first. Missing ones are left out. */
  parts: readonly (string | null | undefined)[];
}

/** Names the browser tab: "Title – Product – SecObserve". */
export function PageTitle({ parts }: Props) {
  const translate = useTranslate();
  const title = [...parts.filter((part) => part).map((part) => translate(part ?? "", { _: part })), "SecObserve"].join(" – ");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
