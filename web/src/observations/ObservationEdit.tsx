import { useRecordContext } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { Observation } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { productLink } from "../products/productLink";
import { ObservationFields } from "./ObservationFields";
import { JOINED_ORIGINS, observationUpdate } from "./observationForm";
import { observationLink } from "./observationLink";

export default function ObservationEdit() {
  return (
    <EditScreen<Observation>
      resource="observations"
      path={(observation) => [
        { name: observation.product_data.name, to: productLink(observation.product) },
        { name: observation.title, to: observationLink(observation.id) },
      ]}
      mayDelete={(observation) => can(observation.product_data, Permission.ObservationDelete)}
      transform={observationUpdate}
      always={JOINED_ORIGINS}
      alwaysEnable
      afterSave={observationLink}
      afterDelete="/observations"
    >
      <Fields />
    </EditScreen>
  );
}

function Fields() {
  const observation = useRecordContext<Observation>();
  return observation === undefined ? null : <ObservationFields product={observation.product} />;
}
