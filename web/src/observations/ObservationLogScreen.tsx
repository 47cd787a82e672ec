import HowToRegIcon from "@mui/icons-material/HowToReg";
import { Box, Stack } from "@mui/material";
import { lazy } from "react";
import { useTranslate } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ObservationLog } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { DialogButton } from "../dialogs/DialogButton";
import { PrevNext } from "../navigation/PrevNext";
import { Labelled } from "../values/Labelled";
import { Markdown } from "../values/Markdown";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { SeverityChip } from "../values/SeverityChip";
import { ValueChip } from "../values/ValueChip";
import { justificationLabel } from "../values/choices";
import { observationLink } from "./observationLink";
import { Origins } from "./Origins";
import { useObservationPath } from "./useObservationPath";

const ApprovalDialog = lazy(() => import("./ApprovalDialog"));

export default function ObservationLogScreen() {
  return <Screen<ObservationLog> resource="observation_logs">{(log) => <Content log={log} />}</Screen>;
}

function Content({ log }: { log: ObservationLog }) {
  const translate = useTranslate();
  const observation = log.observation_data;
  const path = [...useObservationPath(observation), { name: observation.title, to: observationLink(observation.id) }];
  const product = observation.product_data;
  const pending = log.assessment_status === "Needs approval";
  const approvals = product.assessments_need_approval || product.product_group_assessments_need_approval;
  return (
    <>
      <PageHeader
        title={translate("observation.log_entry")}
        path={path}
        actions={
          <>
          <PrevNext resource="observation_logs" light="observation_logs" id={log.id} />
          {pending && can(product, Permission.AssessmentApprove) ? (
            <DialogButton label="observation.approval" icon={<HowToRegIcon />} dialog={(close) => <ApprovalDialog log={log.id} onClose={close} />} />
          ) : null}
          </>
        }
      />
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 2fr) minmax(0, 1fr)" }, alignItems: "start" }}>
        <Stack spacing={2}>
          <LogPanel log={log} />
          {approvals ? <DecisionPanel log={log} /> : null}
        </Stack>
        <Panel title="observation.section_observation">
          <Labelled label="fields.product">
            <PlaceLink to={`/products/${observation.product}/show`}>{product.name}</PlaceLink>
          </Labelled>
          <Labelled label="fields.branch_name">{observation.branch_name}</Labelled>
          <Labelled label="fields.title">
            <PlaceLink to={observationLink(observation.id)}>{observation.title}</PlaceLink>
          </Labelled>
          <Origins observation={{ ...observation, origin_component_dependencies: "" }} />
        </Panel>
      </Box>
    </>
  );
}

function LogPanel({ log }: { log: ObservationLog }) {
  return (
    <Panel title="observation.log">
      <Labelled label="fields.user_full_name">{log.user_full_name}</Labelled>
      <Labelled label="fields.severity">{log.severity ? <SeverityChip severity={log.severity} /> : null}</Labelled>
      <Labelled label="fields.status">{log.status ? <ValueChip label={log.status} /> : null}</Labelled>
      <Labelled label="fields.priority">{log.priority}</Labelled>
      <Labelled label="fields.risk_acceptance_expiry_date">
        {log.risk_acceptance_expiry_date ? <Moment timestamp={log.risk_acceptance_expiry_date} dateOnly /> : null}
      </Labelled>
      <Labelled label="fields.vex_justification">{log.vex_justification ? justificationLabel(log.vex_justification) : null}</Labelled>
      <Labelled label="fields.comment">
        <Markdown text={log.comment} />
      </Labelled>
      <Labelled label="fields.created">
        <Moment timestamp={log.created} />
      </Labelled>
    </Panel>
  );
}

function DecisionPanel({ log }: { log: ObservationLog }) {
  return (
    <Panel title="observation.approval">
      <Labelled label="fields.log_assessment_status">
        <ValueChip label={log.assessment_status ?? ""} />
      </Labelled>
      <Labelled label="fields.approval_user_full_name">{log.approval_user_full_name}</Labelled>
      <Labelled label="fields.approval_remark">{log.approval_remark}</Labelled>
      <Labelled label="fields.approval_date">{log.approval_date ? <Moment timestamp={log.approval_date} /> : null}</Labelled>
    </Panel>
  );
}
