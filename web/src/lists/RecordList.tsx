import { Box, Card } from "@mui/material";
import { ListBase, type RaRecord } from "react-admin";
import { useCurrentUser } from "../session/session";
import { ListContent } from "./ListContent";
import type { RecordListProps } from "./recordListProps";
import { useSavedViews } from "./savedViews";

/** A list of records: filters, table or cards, pages, and what can be done with several rows. */
export function RecordList<T extends RaRecord>(props: RecordListProps<T>) {
  const { resource, stateKey, sort, filter, filterDefaults, inAddress = false, perPage, framed = false } = props;
  const user = useCurrentUser();
  const [views] = useSavedViews(stateKey);
  const first = views.find(({ isDefault }) => isDefault);
  const content = <ListContent<T> {...props} />;
  return (
    <ListBase
      resource={resource}
      storeKey={stateKey}
      sort={first === undefined ? sort : { field: first.sort, order: first.order }}
      {...(filter && { filter })}
      filterDefaultValues={first?.filter ?? filterDefaults ?? {}}
      disableSyncWithLocation={!inAddress}
      perPage={perPage ?? user?.setting_rows_per_page ?? 25}
      exporter={false}
      // The list itself says what went wrong.
      queryOptions={{ retry: false, onError: () => undefined }}
    >
      {framed ? <Card component="section">{content}</Card> : <Box component="section">{content}</Box>}
    </ListBase>
  );
}
