import { PlaceLink } from "./PlaceLink";
import { useNames } from "./useNames";

interface Props {
  /** A light resource with names. */
  reference: string;
  id: number;
  to: string;
}

/** The name of an object of which only the id is known, linked to its screen. */
export function ReferenceName({ reference, id, to }: Props) {
  const names = useNames(reference);
  return <PlaceLink to={to}>{names.get(id) ?? `#${id}`}</PlaceLink>;
}
