import NavigateBeforeIcon from "@mui/icons-material/NavigateBefore";
import NavigateNextIcon from "@mui/icons-material/NavigateNext";
import { IconButton, Stack, Typography } from "@mui/material";
import { useGetList, useStore, useTranslate, type FilterPayload } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import { useCurrentUser } from "../session/session";
import { contextOf, type ListContext } from "./context";
import { positionOf, type Neighbour, type Page } from "./neighbours";

interface Props {
  resource: "observations" | "products" | "product_groups";
  /** The resource with the same order and filters, but small records. */
  light: string;
  id: number;
}

interface StoredParams {
  filter?: FilterPayload;
  sort?: string;
  order?: "ASC" | "DESC";
  page?: number;
  perPage?: number;
}

/** `< 3 / 57 >`: the way through the list that the person came from. */
export function PrevNext(props: Props) {
  const [search] = useSearchParams();
  const from = search.get("from");
  const context = contextOf(props.resource, from);
  if (context === null || from === null) return null;
  return <Neighbours {...props} context={context} from={from} page={Number(search.get("at") ?? "") || undefined} />;
}

function usePage(light: string, { context, stored, perPage }: { context: ListContext; stored: StoredParams; perPage: number }, page: number, enabled: boolean): Page | null {
  const sort = stored.sort === undefined ? context.sort : { field: stored.sort, order: stored.order ?? "ASC" };
  const { data, total } = useGetList<{ id: number }>(
    light,
    { pagination: { page, perPage }, sort, filter: { ...stored.filter, ...context.filter } },
    { enabled, retry: false },
  );
  if (data === undefined || total === undefined) return null;
  return { ids: data.map(({ id }) => id), page, perPage, total };
}

function Neighbours({ resource, light, id, context, from, page: pageInAddress }: Props & { context: ListContext; from: string; page: number | undefined }) {
  const translate = useTranslate();
  const user = useCurrentUser();
  const [stored] = useStore<StoredParams>(context.stateKey, {});
  const list = { context, stored, perPage: stored.perPage ?? user?.setting_rows_per_page ?? 25 };
  const current = usePage(light, list, pageInAddress ?? stored.page ?? 1, true);
  const position = current === null ? null : positionOf(id, current);

  // The pages beside it are fetched only when the record stands at an end of its page.
  const before = usePage(light, list, position?.previous?.page ?? 0, position?.previous !== null && position?.previous !== undefined && position.previous.id === undefined);
  const after = usePage(light, list, position?.next?.page ?? 0, position?.next !== null && position?.next !== undefined && position.next.id === undefined);
  if (position === null) return null;

  const target = (neighbour: Neighbour | null, beyond: number | undefined) => {
    const other = neighbour?.id ?? beyond;
    return neighbour === null || other === undefined ? null : `/${resource}/${other}/show?from=${from}&at=${neighbour.page}`;
  };
  const previous = target(position.previous, before?.ids.at(-1));
  const next = target(position.next, after?.ids[0]);
  return (
    <Stack direction="row" component="nav" aria-label={translate("action.neighbours")} sx={{ alignItems: "center" }}>
      <IconButton size="small" aria-label={translate("action.previous")} disabled={previous === null} {...(previous !== null && { component: Link, to: previous })}>
        <NavigateBeforeIcon />
      </IconButton>
      <Typography variant="body2">
        {position.number} / {position.total}
      </Typography>
      <IconButton size="small" aria-label={translate("action.next")} disabled={next === null} {...(next !== null && { component: Link, to: next })}>
        <NavigateNextIcon />
      </IconButton>
    </Stack>
  );
}
