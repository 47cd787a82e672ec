import { useNavigate } from "react-router-dom";
import type { ObservationListItem } from "../api/types";
import { mayEdit } from "./mayEdit";

/** Opens the form of an observation in a list, if it can be changed. */
export function useEditRow(): (observation: ObservationListItem) => void {
  const navigate = useNavigate();
  return (observation) => mayEdit(observation) && void navigate(`/observations/${observation.id}`);
}
