import VisibilityIcon from "@mui/icons-material/Visibility";
import { FilterButton, TopToolbar } from "react-admin";
import type { ObservationListItem } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";
import { stateKeys } from "../navigation/context";
import { useFeature } from "../session/statusSettings";
import { ACTIVE_STATUSES } from "../values/choices";
import { BulkAssessment } from "./BulkAssessment";
import { GLOBAL_COLUMNS } from "./observationColumns";
import { ObservationExpansion } from "./ObservationExpansion";
import { globalFilters } from "./observationFilters";
import { observationLink } from "./observationLink";

export default function ObservationList() {
  const exploits = useFeature("feature_exploit_information");
  return (
    <>
      <PageHeader title="menu.observations" icon={<VisibilityIcon />} />
      <RecordList
        resource="observations"
        stateKey={stateKeys.observations}
        sort={{ field: "current_severity", order: "ASC" }}
        filterDefaults={{ current_status: ACTIVE_STATUSES }}
        filters={globalFilters(exploits)}
        actions={
          <TopToolbar>
            <FilterButton />
          </TopToolbar>
        }
        inAddress
        framed
      >
        <RecordTable<ObservationListItem>
          stateKey={stateKeys.observations}
          columns={GLOBAL_COLUMNS}
          rowLink={(observation) => observationLink(observation.id, "list")}
          bulkActions={<BulkAssessment path="/observations/bulk_assessment/" />}
          expand={<ObservationExpansion />}
        />
      </RecordList>
    </>
  );
}
