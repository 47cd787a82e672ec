import type { Observation } from "../api/types";
import { vulnerabilityLink } from "../values/links";

type Translate = (key: string) => string;

/** So that names and versions stay what they are: `__init__.py` is not bold. */
const escaped = (text: string) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/** What would end the address of a link. */
const percentCoded = (address: string) => address.replace(/[()\s<>]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);

const linked = (text: string, address: string | null) => (address === null ? escaped(text) : `[${escaped(text)}](${percentCoded(address)})`);

/** A finding in Markdown, for a ticket or a chat: what it is, where it is, and what to do. */
export function observationMarkdown(observation: Observation, address: string, translate: Translate): string {
  const { vulnerability_id: vulnerability, product_data: product, description, recommendation, references } = observation;
  const { origin_source_file: file, origin_source_line_start: line } = observation;
  const facts: readonly (readonly [field: string, text: string | null | undefined])[] = [
    ["current_severity", observation.current_severity],
    ["current_status", observation.current_status],
    ["current_priority", observation.current_priority ? String(observation.current_priority) : null],
    ["vulnerability_id", vulnerability ? linked(vulnerability, vulnerabilityLink(vulnerability)) : null],
    ["cvss4_score", observation.cvss4_score],
    ["cvss3_score", observation.cvss3_score],
    ["epss_score", observation.epss_score],
    ["product", escaped(product.name)],
    ["branch_name", escaped(observation.branch_name)],
    ["origin_service_name", escaped(observation.origin_service_name)],
    ["origin_component_name_version", escaped(observation.origin_component_name_version ?? "")],
    ["origin_docker_image_name_tag_short", escaped(observation.origin_docker_image_name_tag ?? "")],
    ["origin_endpoint_url", escaped(observation.origin_endpoint_url ?? "")],
    ["origin_source_file", file ? linked(line ? `${file}:${line}` : file, observation.origin_source_file_url) : null],
    ["origin_cloud_qualified_resource", escaped(observation.origin_cloud_qualified_resource ?? "")],
    ["origin_kubernetes_qualified_resource", escaped(observation.origin_kubernetes_qualified_resource ?? "")],
    ["scanner", escaped(observation.scanner ?? "")],
  ];
  const section = (heading: string, text: string | undefined) => (text ? [`### ${translate(heading)}`, text] : []);
  return [
    `## ${linked(observation.title, address)}`,
    facts.flatMap(([field, text]) => (text ? [`- **${translate(`fields.${field}`)}:** ${text}`] : [])).join("\n"),
    ...section("fields.description", description),
    ...section("fields.recommendation", recommendation),
    ...section("observation.references", references.map(({ url }) => `- <${url}>`).join("\n")),
  ].join("\n\n");
}
