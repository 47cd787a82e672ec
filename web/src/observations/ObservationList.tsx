import VisibilityIcon from "@mui/icons-material/Visibility";
import { useTranslate } from "react-admin";
import type { ObservationListItem } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { ObservationExportMenu } from "../exports/ObservationExportMenu";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { useFeature } from "../session/statusSettings";
import { ACTIVE_STATUSES } from "../values/choices";
import { besideList } from "./besideList";
import { ASSESSABLE, assessAction } from "./bulkActions";
import { GLOBAL_COLUMNS } from "./observationColumns";
import { ObservationExpansion } from "./ObservationExpansion";
import { globalFilters } from "./observationFilters";
import { observationLink } from "./observationLink";
import { useEditRow } from "./useEditRow";

const ACTIONS = [assessAction("/observations/bulk_assessment/")];

/** The observations of all products, at first the active ones. */
export default function ObservationList() {
  const translate = useTranslate();
  const edit = useEditRow();
  const exploits = useFeature("feature_exploit_information");
  return (
    <>
      <PageHeader title={translate("menu.observations")} icon={<VisibilityIcon />} />
      <RecordList<ObservationListItem>
        resource="observations"
        stateKey={stateKeys.observations}
        columns={GLOBAL_COLUMNS}
        sort={{ field: "current_severity", order: "ASC" }}
        filterDefaults={{ current_status: ACTIVE_STATUSES }}
        filters={globalFilters(exploits)}
        empty={<EmptyList text="observation.none" hint="observation.none_hint" />}
        rowLink={(observation) => observationLink(observation.id, "list")}
        rowName={({ title }) => title}
        bulkActions={ACTIONS}
        {...ASSESSABLE}
        light="observation_titles"
        onEdit={edit}
        expand={<ObservationExpansion />}
        details={besideList}
        actions={<ObservationExportMenu />}
        inAddress
        framed
      />
    </>
  );
}
