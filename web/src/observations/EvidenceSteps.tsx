import { Steps } from "../navigation/Steps";
import { positionAmong } from "../navigation/walk";
import { byName } from "./evidence";

interface Props {
  resource: "evidences" | "license_component_evidences";
  id: number;
  /** All of the finding or component, once they are known. */
  evidences: readonly { id: number; name: string }[];
}

/** To the evidences before and after this one, by name. */
export function EvidenceSteps({ resource, id, evidences }: Props) {
  const position = positionAmong(byName(evidences).map((evidence) => evidence.id), id);
  return position === null ? null : <Steps position={position} addressOf={(other) => `/${resource}/${other}/show`} />;
}
