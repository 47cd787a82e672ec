import { useListContext } from "react-admin";
import { ErrorCard } from "../app/ErrorCard";

/** Says why the surrounding list could not be loaded, with a button to try again. */
export function ListFailure() {
  const { error, refetch } = useListContext();
  return <ErrorCard error={error} onRetry={() => void refetch()} />;
}
