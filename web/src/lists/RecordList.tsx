import { Card } from "@mui/material";
import type { ReactElement, ReactNode } from "react";
import { List, Pagination, useListContext, type FilterPayload, type SortPayload } from "react-admin";
import { useCurrentUser } from "../session/session";
import { ROWS_PER_PAGE } from "../values/choices";
import { ListFailure } from "./ListFailure";
import { UnseenFilters } from "./UnseenFilters";

interface Props {
  resource: string;
  /** Under this key filters, sort and page are kept in the browser. */
  stateKey: string;
  sort: SortPayload;
  /** Always applied, not shown. */
  filter?: FilterPayload;
  /** Applied at the first visit. */
  filterDefaults?: FilterPayload;
  /** Inputs of the filter bar. */
  filters?: ReactElement<{ source: string }>[];
  /** Whether filters, sort and page stand in the address, so that they can be linked. */
  inAddress?: boolean;
  /** Buttons above the list. */
  actions?: ReactNode;
  /** Shown instead of a list that has neither rows nor filters. */
  empty?: ReactElement | false;
  perPage?: number;
  /** A card of its own; lists inside a tab or a panel have its card around them. */
  framed?: boolean;
  children: ReactNode;
}

/** A list of records: filter bar, table, pages. */
export function RecordList(props: Props) {
  const { resource, stateKey, sort, filter, filterDefaults, filters, inAddress = false, actions = false, empty = false } = props;
  const user = useCurrentUser();
  return (
    <List
      resource={resource}
      storeKey={stateKey}
      sort={sort}
      {...(filter && { filter })}
      {...(filterDefaults && { filterDefaultValues: filterDefaults })}
      {...(filters && { filters })}
      actions={actions as ReactElement | false}
      disableSyncWithLocation={!inAddress}
      perPage={props.perPage ?? user?.setting_rows_per_page ?? 25}
      pagination={<Pager />}
      empty={empty}
      error={<ListFailure />}
      exporter={false}
      title={false}
      component={props.framed ? Card : "div"}
      queryOptions={{ retry: false }}
    >
      <UnseenFilters inputs={filters?.map((input) => input.props.source) ?? []} />
      {props.children}
    </List>
  );
}

/** Pages, unless even the shortest one holds all rows. */
function Pager() {
  const { total = 0 } = useListContext();
  return total > ROWS_PER_PAGE[0] ? <Pagination rowsPerPageOptions={[...ROWS_PER_PAGE]} /> : null;
}
