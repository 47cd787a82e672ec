import { useState } from "react";
import type { Identifier } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { contextOf, type SteppedResource } from "./context";
import { Neighbours } from "./Neighbours";

interface Props {
  resource: SteppedResource;
  /** The resource with the same order and filters, but small records. */
  light: string;
  id: Identifier;
}

/** `< 3 / 57 >`: the way through the list that the person came from. */
export function PrevNext(props: Props) {
  const [search] = useSearchParams();
  const given = search.get("from");
  const [kept, setKept] = useState({ id: props.id, from: given });
  // A list on the screen writes its own parameters into the address, which loses `from`.
  const from = given ?? (kept.id === props.id ? kept.from : null);
  if (kept.id !== props.id || kept.from !== from) setKept({ id: props.id, from });
  const context = contextOf(props.resource, from);
  if (context === null || from === null) return null;
  return <Neighbours key={from} {...props} context={context} from={from} />;
}
