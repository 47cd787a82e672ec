import type { FilterPayload, SortPayload } from "react-admin";
import type { Choice } from "../values/choices";

interface Base {
  /** Parameter of the list's request. */
  source: string;
  /** Key of the message catalogue; by default the label of the resource's field. */
  label?: string;
  /** Offered in the menu "Add filter" instead of standing in the bar. */
  hidden?: boolean;
}

export interface TextFilter extends Base {
  kind: "text";
  /** Stands at the start of the bar as an input; `/` goes there. */
  search?: boolean;
}

export interface NumberFilter extends Base {
  kind: "number";
  min: number;
  max: number;
}

/** One of several values, or several of them. */
export interface ChoiceFilter extends Base {
  kind: "choice" | "choices";
  choices: readonly Choice<string>[];
}

export interface YesNoFilter extends Base {
  kind: "yesno";
}

/** Another object, found by typing a part of its name. */
export interface ReferenceFilter extends Base {
  kind: "reference";
  /** Resource of the options, usually one of the light `*_names`. */
  reference: string;
  /** Attribute that names an option. */
  name?: string;
  /** Restricts the options. */
  filter?: FilterPayload;
  sort?: SortPayload;
  /** The server delivers all options and does not search: what is typed is looked for among them. */
  complete?: boolean;
  /** Names that are known without asking, by id. */
  known?: Readonly<Record<number | string, string>>;
}

export type ListFilter = TextFilter | NumberFilter | ChoiceFilter | YesNoFilter | ReferenceFilter;

export type FilterValues = Record<string, unknown>;

export const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

export function without(values: FilterValues, source: string): FilterValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== source));
}

/** The filters with one value changed; an empty value takes the filter away. */
export function changed(values: FilterValues, source: string, value: unknown): FilterValues {
  return isSet(value) ? { ...values, [source]: value } : without(values, source);
}

const SHOWN_VALUES = 3;

/** Several values in a few words: the first ones, and how many more there are. */
export function summary(texts: readonly string[]): string {
  const rest = texts.length - SHOWN_VALUES;
  return rest > 0 ? `${texts.slice(0, SHOWN_VALUES).join(", ")} +${rest}` : texts.join(", ");
}
