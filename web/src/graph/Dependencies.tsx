import { Skeleton } from "@mui/material";
import { lazy, Suspense } from "react";

const DependencyGraph = lazy(() => import("./DependencyGraph"));

/** The dependencies of a text with one `A --> B` per line; how they are drawn is loaded when there are some. */
export function Dependencies({ text, of }: { text: string; of?: string | undefined }) {
  return (
    <Suspense fallback={<Skeleton variant="rounded" width={400} height={120} />}>
      <DependencyGraph text={text} {...(of !== undefined && { of })} />
    </Suspense>
  );
}
