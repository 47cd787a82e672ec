import OpenInNewIcon from "@mui/icons-material/OpenInNew";
import { Link } from "@mui/material";
import type { ReactNode } from "react";
import { safeLink } from "./links";

interface Props {
  to: string | null | undefined;
  children: ReactNode;
}

/** A link that opens another site in a new tab; plain text when the target may not be linked. */
export function OutsideLink({ to, children }: Props) {
  const target = safeLink(to);
  if (target === null) return <>{children}</>;
  return (
    <Link href={target} target="_blank" rel="noopener noreferrer" sx={{ overflowWrap: "anywhere" }}>
      {children}
      <OpenInNewIcon aria-hidden sx={{ fontSize: "0.9em", ml: 0.5, verticalAlign: "-0.1em" }} />
    </Link>
  );
}
