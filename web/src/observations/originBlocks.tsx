import type { ReactNode } from "react";
import type { Observation, ObservationListItem } from "../api/types";
import { Dependencies } from "../graph/Dependencies";
import { OutsideLink } from "../values/OutsideLink";
import { packageLink } from "../values/packageLink";

/** An observation as a list or its own screen has it. */
export type Located = Observation | ObservationListItem;

interface Entry {
  /** Its name among the parts of origins in the message catalogue. */
  field: string;
  value: ReactNode;
}

interface Block {
  title: string;
  entries: Entry[];
}

function plain(observation: Located, fields: readonly (keyof ObservationListItem & keyof Observation)[]): Entry[] {
  return fields.map((field) => ({ field, value: observation[field] as string | number | null | undefined }));
}

const isEmpty = (value: ReactNode) => value === null || value === undefined || value === "";

/** The kinds of places in which an observation was found, without those that it does not have. */
export function originBlocks(observation: Located, preference?: string): Block[] {
  const purl = observation.origin_component_purl;
  const source = observation.origin_source_file;
  const dependencies = "origin_component_dependencies" in observation ? observation.origin_component_dependencies : "";
  const all: Block[] = [
    { title: "origin.service", entries: plain(observation, ["origin_service_name"]) },
    {
      title: "origin.component",
      entries: [
        ...plain(observation, ["origin_component_name", "origin_component_version", "origin_component_type"]),
        { field: "origin_component_purl", value: purl ? <OutsideLink to={packageLink(purl, preference)}>{purl}</OutsideLink> : null },
        ...plain(observation, ["origin_component_cpe"]),
        { field: "origin_component_dependencies", value: dependencies ? <Dependencies text={dependencies} /> : null },
      ],
    },
    { title: "origin.docker", entries: plain(observation, ["origin_docker_image_name", "origin_docker_image_tag", "origin_docker_image_digest"]) },
    {
      title: "origin.endpoint",
      entries: [
        {
          field: "origin_endpoint_url",
          value: observation.origin_endpoint_url ? <OutsideLink to={observation.origin_endpoint_url}>{observation.origin_endpoint_url}</OutsideLink> : null,
        },
        ...plain(observation, ["origin_endpoint_scheme", "origin_endpoint_hostname", "origin_endpoint_port"]),
      ],
    },
    {
      title: "origin.source",
      entries: [
        { field: "origin_source_file", value: source ? <OutsideLink to={observation.origin_source_file_url}>{source}</OutsideLink> : null },
        ...plain(observation, ["origin_source_line_start", "origin_source_line_end"]),
      ],
    },
    {
      title: "origin.cloud",
      entries: [
        ...plain(observation, ["origin_cloud_provider", "origin_cloud_account_subscription_project", "origin_cloud_resource_type"]),
        {
          field: "origin_cloud_resource",
          value: observation.origin_cloud_resource ? <OutsideLink to={observation.origin_cloud_resource_url}>{observation.origin_cloud_resource}</OutsideLink> : null,
        },
      ],
    },
    {
      title: "origin.kubernetes",
      entries: plain(observation, [
        "origin_kubernetes_cluster",
        "origin_kubernetes_namespace",
        "origin_kubernetes_resource_type",
        "origin_kubernetes_resource_name",
      ]),
    },
  ];
  return all.filter(({ entries }) => entries.some(({ value }) => !isEmpty(value)));
}
