import { Fragment, type ReactNode } from "react";

/** Words up to this length are never a reason for a wide column. */
const LONG_WORD = 14;

const PARTS = /[^/:_@]+[/:_@]*|[/:_@]+/g;

/**
 * A text with places where its long words, such as paths, package URLs and host names, may go on in the next line: after their
 * separators. Versions stay in one piece. Copying it gives the text as it was.
 */
export function breakable(text: string): ReactNode {
  if (!text.split(/\s/).some((word) => word.length > LONG_WORD)) return text;
  const parts = text.match(PARTS) ?? [text];
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}
