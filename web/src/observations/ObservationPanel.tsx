import { Box, Stack } from "@mui/material";
import type { Observation } from "../api/types";
import { Labelled } from "../values/Labelled";
import { Markdown } from "../values/Markdown";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { SeverityChip } from "../values/SeverityChip";
import { ValueChip } from "../values/ValueChip";
import { YesNo } from "../values/YesNo";
import { justificationLabel } from "../values/choices";
import { StateStack } from "./StateStack";

/** What was found, and what is thought of it. */
export function ObservationPanel({ observation }: { observation: Observation }) {
  return (
    <Panel title="observation.section_observation">
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "repeat(auto-fit, minmax(10em, 1fr))" }}>
        <StateStack
          label="fields.current_severity"
          current={<SeverityChip severity={observation.current_severity} />}
          sources={[
            { label: "fields.assessment_severity", value: observation.assessment_severity },
            { label: "fields.rule_rego_severity", value: observation.rule_rego_severity },
            { label: "fields.rule_severity", value: observation.rule_severity },
          ]}
          parser={{ label: "fields.parser_severity", value: observation.parser_severity }}
        />
        <StateStack
          label="fields.current_status"
          current={<ValueChip label={observation.current_status} />}
          sources={[
            { label: "fields.assessment_status", value: observation.assessment_status },
            { label: "fields.rule_rego_status", value: observation.rule_rego_status },
            { label: "fields.rule_status", value: observation.rule_status },
            { label: "fields.vex_status", value: observation.vex_status },
          ]}
          parser={{ label: "fields.parser_status", value: observation.parser_status }}
        />
        <StateStack
          label="fields.current_priority"
          current={observation.current_priority ? <ValueChip label={String(observation.current_priority)} /> : null}
          sources={[
            { label: "fields.assessment_priority", value: observation.assessment_priority },
            { label: "fields.rule_rego_priority", value: observation.rule_rego_priority },
            { label: "fields.rule_priority", value: observation.rule_priority },
          ]}
        />
        {observation.current_vex_justification ? <JustificationStack observation={observation} current={observation.current_vex_justification} /> : null}
        <Stack spacing={1}>
          <Labelled label="fields.found">{observation.found ? <Moment timestamp={observation.found} dateOnly /> : null}</Labelled>
          <Labelled label="fields.risk_acceptance_expiry_date">
            {observation.risk_acceptance_expiry_date ? <Moment timestamp={observation.risk_acceptance_expiry_date} dateOnly /> : null}
          </Labelled>
        </Stack>
      </Box>
      <Labelled label="fields.description">{observation.description ? <Markdown text={observation.description} /> : null}</Labelled>
      <Labelled label="fields.recommendation">{observation.recommendation ? <Markdown text={observation.recommendation} /> : null}</Labelled>
      <Stack direction="row" spacing={4}>
        <Labelled label="fields.fix_available">{observation.fix_available ? <YesNo value /> : null}</Labelled>
        <Labelled label="fields.update_impact_score">{observation.update_impact_score}</Labelled>
      </Stack>
    </Panel>
  );
}

/** Why it is no danger, and who said so. */
function JustificationStack({ observation, current }: { observation: Observation; current: string }) {
  const named = (justification: string | undefined) => (justification ? justificationLabel(justification) : null);
  return (
    <StateStack
      label="fields.current_vex_justification"
      current={justificationLabel(current)}
      sources={[
        { label: "fields.assessment_vex_justification", value: named(observation.assessment_vex_justification) },
        { label: "fields.rule_rego_vex_justification", value: named(observation.rule_rego_vex_justification) },
        { label: "fields.rule_vex_justification", value: named(observation.rule_vex_justification) },
        { label: "fields.vex_vex_justification", value: named(observation.vex_vex_justification) },
      ]}
      parser={{ label: "fields.report_vex_justification", value: named(observation.parser_vex_justification) }}
    />
  );
}
