import type { ReactNode } from "react";
import { RecordContextProvider, ResourceContextProvider, useGetOne, type RaRecord } from "react-admin";
import { useParams } from "react-router-dom";
import { COMPLETE } from "../api/completeRecord";
import { ErrorCard } from "./ErrorCard";
import { ScreenSkeleton } from "./ScreenSkeleton";

interface Props<T extends RaRecord> {
  resource: string;
  children: (record: T) => ReactNode;
}

/** A detail screen: loads the record that the address names and hands it to its content. */
export function Screen<T extends RaRecord>({ resource, children }: Props<T>) {
  const { id = "" } = useParams();
  const { data, error, isPending, refetch } = useGetOne<T>(resource, { id: decodeURIComponent(id), meta: COMPLETE }, { staleTime: 0 });
  if (data === undefined && isPending) return <ScreenSkeleton />;
  if (data === undefined) return <ErrorCard error={error} onRetry={() => void refetch()} />;
  return (
    <ResourceContextProvider value={resource}>
      <RecordContextProvider value={data}>{children(data)}</RecordContextProvider>
    </ResourceContextProvider>
  );
}
