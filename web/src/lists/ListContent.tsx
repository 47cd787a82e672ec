import { Box, useMediaQuery, type Theme } from "@mui/material";
import { Suspense, useState } from "react";
import { useListContext, useStore, type RaRecord } from "react-admin";
import { BulkBar } from "../bulk/BulkBar";
import type { BulkAction } from "../bulk/bulkAction";
import { rememberFocus } from "../dialogs/rememberFocus";
import { NO_CHOICE, shownColumns, type ColumnChoice } from "./columns";
import { DetailPane } from "./DetailPane";
import { DetailPaneButton } from "./DetailPaneButton";
import { isSet } from "./filters";
import { FilterBar } from "./FilterBar";
import { ListFailure } from "./ListFailure";
import { ListPages } from "./ListPages";
import { ListSkeleton } from "./ListSkeleton";
import { NoRows } from "./NoRows";
import { RecordCards } from "./RecordCards";
import type { RecordListProps } from "./recordListProps";
import { RecordTable } from "./RecordTable";
import { RowFocus } from "./rowFocus";
import { SavedViewsMenu } from "./SavedViewsMenu";
import { useDetailPane } from "./useDetailPane";
import { useFilledColumns } from "./useFilledColumns";
import { useListFilters } from "./useListFilters";
import { useListKeys } from "./useListKeys";
import { useQuickFilter } from "./useQuickFilter";
import { useRememberedWalk } from "./useRememberedWalk";
import { ViewOptions } from "./ViewOptions";

interface Opened {
  action: BulkAction;
  ids: readonly number[];
  giveFocusBack: () => void;
}

const BESIDE = { display: "grid", gridTemplateColumns: "minmax(0, 5fr) minmax(0, 6fr)", gap: 1, alignItems: "start" } as const;

/** What stands inside a list: the surrounding context has its records. */
export function ListContent<T extends RaRecord>(props: RecordListProps<T>) {
  const { stateKey, tableKey = stateKey, columns, filters = [], actions, empty, framed = false, rowLink, rowName, bulkActions = [], selectable, selectFilter, light, idOf, filter, expand, details, plain = false, onEdit, inAddress = false } = props;
  const list = useListContext<T>();
  const { data, isPending, error, sort, selectedIds } = list;
  const { values } = useListFilters();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down("md"));
  const [choice, setChoice] = useStore<ColumnChoice>(`${tableKey}.columns`, NO_CHOICE);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [rows] = useState(() => new RowFocus());
  const open = (action: BulkAction, ids: readonly number[]) => ids.length > 0 && setOpened({ action, ids, giveFocusBack: rememberFocus() });
  useListKeys<T>({ rows, bulkActions, selectable, onOpen: open, onEdit, hasRows: rowLink !== undefined || bulkActions.length > 0 });
  const pane = useDetailPane<T>({ tableKey, available: details !== undefined, rows });
  const quick = useQuickFilter<T>({ columns, filters, rows });
  const filled = useFilledColumns<T>(stateKey, columns, filter);
  useRememberedWalk<T>({ stateKey: light === undefined ? null : stateKey, filter, idOf });

  const hasFilters = Object.values(values).some(isSet);
  if (data?.length === 0 && !hasFilters && empty !== undefined && error === null) return empty;

  const chosen = shownColumns(columns, filled, sort.field, choice);
  // Beside the details there is room for what tells the rows apart.
  const shown = pane.open ? chosen.filter(({ opens, chip }) => opens || chip) : chosen;
  const expansion = expand === undefined || expand === null || pane.open ? null : { content: expand, stateKey };
  const names = new Map((data ?? []).map((record) => [Number(record.id), rowName?.(record)]));
  const inset = framed ? { px: 2, py: 1.25 } : { pb: 1.25 };
  const closeDialog = (done: readonly number[]) => {
    opened?.giveFocusBack();
    setOpened(null);
    list.onSelect(selectedIds.filter((id) => !done.includes(Number(id))));
  };
  const tools = plain ? null : (
    <>
      {inAddress ? <SavedViewsMenu stateKey={stateKey} /> : null}
      {pane.offered ? <DetailPaneButton open={pane.open} onToggle={pane.toggle} /> : null}
      {narrow || pane.open ? null : <ViewOptions columns={columns} shown={shown} choice={choice} onChoose={setChoice} />}
    </>
  );
  const hasBar = filters.length > 0 || hasFilters || !plain || actions !== undefined;
  return (
    <>
      {hasBar ? (
        <Box sx={inset}>
          <FilterBar filters={filters}>
            {actions}
            {tools}
          </FilterBar>
        </Box>
      ) : null}
      <BulkBar actions={bulkActions} light={light} selectFilter={selectFilter} onOpen={(action) => open(action, selectedIds.map(Number))} />
      <Box sx={pane.open ? BESIDE : {}}>
        <Box
          ref={(element: HTMLElement | null) => rows.attach(element)}
          onKeyDown={(event) => rows.pressed(event)}
          onFocus={pane.onFocus}
          onClickCapture={(event) => {
            quick.onClickCapture(event);
            if (!event.isPropagationStopped()) pane.onClick(event);
          }}
          sx={{ position: "relative" }}
        >
          {error ? <ListFailure /> : null}
          {!error && isPending ? <ListSkeleton /> : null}
          {data?.length === 0 ? <NoRows filtered={hasFilters} /> : null}
          {data !== undefined && data.length > 0 ? (
            narrow ? (
              <RecordCards<T> columns={shown} rowLink={rowLink} selects={bulkActions.length > 0} selectable={selectable} expansion={expansion} />
            ) : (
              <RecordTable<T> columns={shown} rowLink={rowLink} selects={bulkActions.length > 0} selectable={selectable} expansion={expansion} />
            )
          ) : null}
        </Box>
        {pane.record !== undefined && details !== undefined ? <DetailPane>{details(pane.record)}</DetailPane> : null}
      </Box>
      <ListPages />
      {quick.menu}
      {opened === null ? null : <Suspense>{opened.action.dialog({ ids: opened.ids, name: (id) => names.get(id), onClose: closeDialog })}</Suspense>}
    </>
  );
}
