import { Skeleton } from "@mui/material";
import { lazy, Suspense } from "react";

const DependencyGraph = lazy(() => import("./DependencyGraph"));

/** The dependencies of a text with one `A --> B` per line; how they are drawn is loaded when there are some. */
export function Dependencies({ text }: { text: string }) {
  return (
    <Suspense fallback={<Skeleton variant="rounded" width={400} height={120} />}>
      <DependencyGraph text={text} />
    </Suspense>
  );
}
