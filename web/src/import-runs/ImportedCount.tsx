import { productObservationsLink } from "../observations/observationLink";
import { PlaceLink } from "../values/PlaceLink";

interface Props {
  count: number | null | undefined;
  product: number;
  /** What the import did with them, as the API's filter `import_result` calls it. */
  result: "New" | "Resolved" | "Reopened";
  /** Names the import: one of the history, or the last one of a vulnerability check. */
  of: { import_run: number } | { vulnerability_check: number };
}

/** How many observations an import did something with; leads to these, whatever became of them since. */
export function ImportedCount({ count, product, result, of }: Props) {
  if (count === null || count === undefined) return null;
  if (count === 0) return <>0</>;
  return <PlaceLink to={productObservationsLink(product, { current_status: undefined, ...of, import_result: result })}>{String(count)}</PlaceLink>;
}
