import DashboardIcon from "@mui/icons-material/Dashboard";
import { Typography } from "@mui/material";
import { lazy, Suspense } from "react";
import { useTranslate } from "react-admin";
import { stateKeys } from "../navigation/context";
import { GLOBAL_COLUMNS } from "../observations/observationColumns";
import { ObservationExpansion } from "../observations/ObservationExpansion";
import { observationLink } from "../observations/observationLink";
import { RecordList } from "../lists/RecordList";
import { useFirstRun } from "../guide/useFirstRun";
import type { ObservationListItem } from "../api/types";
import { ACTIVE_STATUSES } from "../values/choices";
import { PageHeader } from "./PageHeader";
import { ScreenSkeleton } from "./ScreenSkeleton";

const FirstRunGuide = lazy(() => import("../guide/FirstRunGuide"));
const MetricsPanel = lazy(() => import("../metrics/MetricsPanel"));

const SOURCES = ["product_data.name", "branch_name", "origin_service_name", "title", "current_severity", "current_status", "current_priority", "scanner_name", "last_observation_log"];
const COLUMNS = GLOBAL_COLUMNS.filter(({ source }) => SOURCES.includes(source)).sort((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));

export default function Dashboard() {
  const translate = useTranslate();
  const firstRun = useFirstRun();
  return (
    <>
      <PageHeader title={translate("menu.dashboard")} icon={<DashboardIcon />} />
      {firstRun === true ? (
        <Suspense fallback={<ScreenSkeleton />}>
          <FirstRunGuide />
        </Suspense>
      ) : (
        <Overview />
      )}
    </>
  );
}

function Overview() {
  const translate = useTranslate();
  return (
    <>
      <Suspense fallback={<ScreenSkeleton />}>
        <MetricsPanel />
      </Suspense>
      <Typography variant="h6" component="h2" sx={{ mt: 2, mb: 1 }}>
        {translate("dashboard.recent")}
      </Typography>
      <RecordList<ObservationListItem>
        resource="observations"
        stateKey={stateKeys.recentObservations}
        sort={{ field: "current_severity", order: "ASC" }}
        filter={{ age: "Past 7 days", current_status: ACTIVE_STATUSES }}
        perPage={10}
        framed
        columns={COLUMNS}
        rowLink={(observation) => observationLink(observation.id, "recent")}
        light="observation_titles"
        expand={<ObservationExpansion />}
        plain
      />
    </>
  );
}
