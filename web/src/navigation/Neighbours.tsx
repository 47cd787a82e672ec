import type { Identifier } from "react-admin";
import { openedFrom, type ListContext } from "./context";
import { Steps } from "./Steps";
import { useNeighbours } from "./useNeighbours";

interface Props {
  resource: string;
  light: string;
  id: Identifier;
  context: ListContext;
  /** What names the context in the address. */
  from: string;
}

/** The way to the neighbours in a list; nothing when the record is not in it. */
export function Neighbours({ resource, light, id, context, from }: Props) {
  const position = useNeighbours(light, context, id);
  return position === null ? null : <Steps position={position} addressOf={(other) => openedFrom(`/${resource}/${encodeURIComponent(other)}/show`, from)} />;
}
