import { useStore } from "react-admin";
import type { FilterValues } from "./filters";

/** Filters and order of a list under a name. */
export interface SavedView {
  name: string;
  filter: FilterValues;
  sort: string;
  order: "ASC" | "DESC";
  /** The list starts with it. */
  isDefault?: boolean;
}

/** Adds a view, or replaces the one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Makes one view the one that the list starts with; or none, when it was that already. */
export function withDefault(views: readonly SavedView[], name: string): SavedView[] {
  return views.map(({ isDefault, ...view }) => ({ ...view, ...(view.name === name && !isDefault && { isDefault: true }) }));
}

/** The part of an address that shows a view. */
export function viewQuery({ filter, sort, order }: Pick<SavedView, "filter" | "sort" | "order">): string {
  return `?${new URLSearchParams({ filter: JSON.stringify(filter), sort, order }).toString()}`;
}

/** The views of a list; they are kept in the browser. */
export function useSavedViews(stateKey: string): [readonly SavedView[], (views: SavedView[]) => void] {
  const [views, setViews] = useStore<SavedView[]>(`views.${stateKey}`, []);
  return [views, setViews];
}
