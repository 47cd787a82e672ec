import { useSearchParams } from "react-router-dom";
import { contextOf } from "./context";
import { Neighbours } from "./Neighbours";

interface Props {
  resource: "observations" | "observation_logs" | "products" | "product_groups" | "license_components";
  /** The resource with the same order and filters, but small records. */
  light: string;
  id: number;
}

/** `< 3 / 57 >`: the way through the list that the person came from. */
export function PrevNext(props: Props) {
  const [search] = useSearchParams();
  const from = search.get("from");
  const context = contextOf(props.resource, from);
  if (context === null || from === null) return null;
  return <Neighbours key={from} {...props} context={context} from={from} />;
}
