import { ChoiceInput } from "../forms/ChoiceInput";
import { LineInput } from "../forms/LineInput";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { choices, EVALUATIONS } from "../values/choices";

/** What an item of a license policy is about, one of four, and what it says. `unused` leaves out what this policy has items for. */
export function PolicyItemFields({ unused }: { unused?: number }) {
  const filter = unused === undefined ? {} : { exclude_license_policy: unused };
  return (
    <>
      <ReferenceChoice source="license_group" reference="license_groups" filter={filter} autoFocus />
      <ReferenceChoice source="license" reference="licenses" optionText="spdx_id_name" sort={{ field: "spdx_id", order: "ASC" }} filter={filter} />
      <LineInput source="license_expression" helperText={false} />
      <LineInput source="non_spdx_license" helperText={false} />
      <ChoiceInput source="evaluation_result" choices={choices(EVALUATIONS)} mandatory helperText={false} />
    </>
  );
}
