import FilterAltIcon from "@mui/icons-material/FilterAlt";
import { useListContext } from "react-admin";
import { ActionButton } from "../dialogs/ActionButton";

/** Sets the list's filters back to the active observations of the default branch. */
export function DefaultBranchButton({ filter }: { filter: Record<string, unknown> }) {
  const { setFilters } = useListContext();
  return <ActionButton label="observation.show_default_branch" icon={<FilterAltIcon />} onClick={() => setFilters(filter, {})} />;
}
