import { useGetOne, useTranslate } from "react-admin";
import { isSet, summary, type ListFilter } from "./filters";

/** What a filter is set to, in words. */
export function useFilterText(filter: ListFilter, value: unknown): string {
  const translate = useTranslate();
  const reference = filter.kind === "reference" ? filter : null;
  const known = reference?.known?.[String(value)];
  const { data } = useGetOne<{ id: number | string } & Record<string, unknown>>(
    reference?.reference ?? "",
    { id: String(value) },
    { enabled: reference !== null && isSet(value) && known === undefined, retry: false, staleTime: Infinity },
  );
  if (!isSet(value)) return "";
  switch (filter.kind) {
    case "yesno":
      return translate(value === true || value === "true" ? "ra.boolean.true" : "ra.boolean.false");
    case "choice":
    case "choices": {
      const chosen = (Array.isArray(value) ? value : [value]).map(String);
      return summary(chosen.map((id) => filter.choices.find((choice) => choice.id === id)?.name ?? id));
    }
    case "reference": {
      const name = data?.[filter.name ?? "name"];
      return known ?? (typeof name === "string" ? name : String(value));
    }
    default:
      return String(value);
  }
}
