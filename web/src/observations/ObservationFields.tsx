import { DateInput, maxValue, minValue, NumberInput, useTranslate } from "react-admin";
import { useWatch } from "react-hook-form";
import { Stack } from "@mui/material";
import { ChoiceInput } from "../forms/ChoiceInput";
import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";
import { MarkdownInput } from "../forms/MarkdownInput";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { WholeNumberInput } from "../forms/WholeNumberInput";
import { useFeature, useStatusSettings } from "../session/statusSettings";
import { choices, justificationChoices, SEVERITIES, STATUSES } from "../values/choices";
import { OutsideLink } from "../values/OutsideLink";
import { takesJustification } from "./assessment";

const CALCULATOR = "https://www.first.org/cvss/calculator/";

function CvssInputs({ version, calculator }: { version: 3 | 4; calculator: string }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" useFlexGap spacing={2} sx={{ width: "100%", flexWrap: "wrap", alignItems: "center" }}>
      <NumberInput source={`cvss${version}_score`} min={0} max={10} step={0.1} validate={[minValue(0), maxValue(10)]} helperText={false} sx={{ maxWidth: 160 }} />
      <LineInput source={`cvss${version}_vector`} helperText={false} sx={{ flex: "1 1 20em" }} />
      <OutsideLink to={CALCULATOR + calculator}>{translate("observation.cvss_calculator", { version: calculator })}</OutsideLink>
    </Stack>
  );
}

/** The inputs of a manual observation. */
export function ObservationFields({ product }: { product: number }) {
  const status = useWatch({ name: "parser_status" }) as string | undefined;
  const vex = useFeature("feature_vex");
  const style = useStatusSettings().data?.vex_justification_style;
  return (
    <>
      <FormSection title="observation.section_observation">
        <LineInput source="title" mandatory autoFocus helperText={false} />
        <ChoiceInput source="parser_severity" choices={choices(SEVERITIES)} helperText="observation.severity_help" />
        <ChoiceInput source="parser_status" choices={choices(STATUSES)} helperText="observation.status_help" />
        {status === "Risk accepted" ? <DateInput source="risk_acceptance_expiry_date" helperText={false} /> : null}
        {vex && takesJustification(status) ? <ChoiceInput source="parser_vex_justification" choices={justificationChoices(style)} helperText={false} /> : null}
        <MarkdownInput source="description" max={2048} />
        <MarkdownInput source="recommendation" max={2048} />
        <ReferenceChoice source="branch" reference="branch_names" filter={{ product }} />
      </FormSection>
      <FormSection title="observation.section_vulnerability">
        <LineInput source="vulnerability_id" helperText={false} />
        <CvssInputs version={4} calculator="4.0" />
        <CvssInputs version={3} calculator="3.1" />
        <WholeNumberInput source="cwe" min={1} max={999999} />
      </FormSection>
      <FormSection title="observation.section_origins">
        <ReferenceChoice source="origin_service" reference="service_names" filter={{ product }} />
        <LineInput source="origin_component_name" helperText={false} />
        <LineInput source="origin_component_version" helperText={false} />
        <LineInput source="origin_docker_image_name" helperText={false} />
        <LineInput source="origin_docker_image_tag" helperText={false} />
        <LineInput source="origin_endpoint_url" max={2048} helperText={false} />
        <LineInput source="origin_source_file" helperText={false} />
        <WholeNumberInput source="origin_source_line_start" min={0} max={999999} />
        <WholeNumberInput source="origin_source_line_end" min={0} max={999999} />
        <LineInput source="origin_cloud_provider" helperText={false} />
        <LineInput source="origin_cloud_account_subscription_project" helperText={false} />
        <LineInput source="origin_cloud_resource_type" helperText={false} />
        <LineInput source="origin_cloud_resource" helperText={false} />
        <LineInput source="origin_kubernetes_cluster" helperText={false} />
        <LineInput source="origin_kubernetes_namespace" helperText={false} />
        <LineInput source="origin_kubernetes_resource_type" helperText={false} />
        <LineInput source="origin_kubernetes_resource_name" helperText={false} />
      </FormSection>
    </>
  );
}
