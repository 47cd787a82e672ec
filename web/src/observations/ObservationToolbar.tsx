import FactCheckIcon from "@mui/icons-material/FactCheck";
import HowToRegIcon from "@mui/icons-material/HowToReg";
import RestoreIcon from "@mui/icons-material/Restore";
import { lazy } from "react";
import { can, Permission } from "../access/permissions";
import type { Observation } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { EditLink } from "../forms/EditLink";
import { PrevNext } from "../navigation/PrevNext";
import { CopyMarkdownButton } from "./CopyMarkdownButton";
import { mayEdit } from "./mayEdit";

const ApprovalDialog = lazy(() => import("./ApprovalDialog"));
const AssessmentDialog = lazy(() => import("./AssessmentDialog"));
const RemoveAssessmentDialog = lazy(() => import("./RemoveAssessmentDialog"));

/** What may be done with an observation. */
export function ObservationToolbar({ observation }: { observation: Observation }) {
  const { product_data: product, assessment_needs_approval: pendingLog } = observation;
  const mayAssess = can(product, Permission.ObservationAssess);
  const assessed = [observation.assessment_severity, observation.assessment_status, observation.assessment_priority].some(Boolean);
  return (
    <>
      <PrevNext resource="observations" light="observation_titles" id={observation.id} />
      <CopyMarkdownButton key={observation.id} observation={observation} />
      {pendingLog !== null && can(product, Permission.AssessmentApprove) ? (
        <DialogButton label="observation.approval" icon={<HowToRegIcon />} dialog={(close) => <ApprovalDialog log={pendingLog} onClose={close} />} />
      ) : null}
      {mayAssess ? (
        <DialogButton
          label="observation.assessment"
          keys="a"
          icon={<FactCheckIcon />}
          dialog={(close) => <AssessmentDialog observation={observation} onClose={close} />}
        />
      ) : null}
      {mayAssess && assessed ? (
        <DialogButton
          label="observation.remove_assessment"
          icon={<RestoreIcon />}
          dialog={(close) => <RemoveAssessmentDialog observation={observation.id} onClose={close} />}
        />
      ) : null}
      {mayEdit(observation) ? (
        <EditLink to={`/observations/${observation.id}`} />
      ) : null}
    </>
  );
}
