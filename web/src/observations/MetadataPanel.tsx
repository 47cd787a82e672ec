import type { Observation } from "../api/types";
import { useTranslate } from "react-admin";
import { Labelled } from "../values/Labelled";
import { Moment } from "../values/Moment";
import { OutsideLink } from "../values/OutsideLink";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";

/** Where an observation comes from and how old it is. */
export function MetadataPanel({ observation }: { observation: Observation }) {
  const translate = useTranslate();
  const tracker = observation.product_data.issue_tracker_type;
  return (
    <Panel title="observation.metadata">
      <Labelled label="fields.product">
        <PlaceLink to={`/products/${observation.product}/show`}>{observation.product_data.name}</PlaceLink>
      </Labelled>
      <Labelled label="fields.branch_name">{observation.branch_name}</Labelled>
      <Labelled label="fields.scanner">{observation.scanner}</Labelled>
      <Labelled label="fields.parser">{observation.parser_data.name}</Labelled>
      <Labelled label="fields.scanner_observation_id">{observation.scanner_observation_id}</Labelled>
      <Labelled label="fields.upload_filename">{observation.upload_filename}</Labelled>
      <Labelled label="fields.api_configuration_name">{observation.api_configuration_name}</Labelled>
      <Labelled label="fields.issue_tracker_issue_id">
        {observation.issue_tracker_issue_id ? (
          <OutsideLink to={observation.issue_tracker_issue_url}>
            {translate("observation.issue", { tracker: tracker ?? "", id: observation.issue_tracker_issue_id })}
          </OutsideLink>
        ) : null}
      </Labelled>
      <Labelled label="fields.last_observation_log">
        <Moment timestamp={observation.last_observation_log} />
      </Labelled>
      <Labelled label="fields.import_last_seen">
        <Moment timestamp={observation.import_last_seen} />
      </Labelled>
      <Labelled label="fields.created">
        <Moment timestamp={observation.created} />
      </Labelled>
    </Panel>
  );
}
