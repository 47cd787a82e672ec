import { fields } from "./fields";
import { settingFields } from "./settingFields";

const allFields = { ...fields, ...settingFields };

/** What react-admin calls the things of the API, in texts of its own. */
export const resources = {
  api_tokens: { name: "API token |||| API tokens", fields: allFields },
  assessments: { name: "Assessment |||| Assessments", fields: allFields },
  audit_logs: { name: "Change |||| Changes", fields: { ...allFields, created: "When", product_name: "Product" } },
  authorization_groups: { name: "Authorization group |||| Authorization groups", fields: allFields },
  authorization_group_members: { name: "Member |||| Members", fields: allFields },
  branches: { name: "Branch / Version |||| Branches / Versions", fields: allFields },
  components: { name: "Component |||| Components", fields: { ...allFields, product_group_name: "Group" } },
  concluded_licenses: { name: "Concluded license |||| Concluded licenses", fields: allFields },
  evidences: { name: "Evidence |||| Evidences", fields: allFields },
  import_runs: { name: "Import |||| Imports", fields: allFields },
  license_component_evidences: { name: "Evidence |||| Evidences", fields: allFields },
  license_components: { name: "License component |||| License components", fields: { ...allFields, component_name_version_type: "Component", component_name_version: "Component" } },
  license_group_authorization_group_members: { name: "Authorization group member |||| Authorization group members", fields: allFields },
  license_group_members: { name: "Member |||| Members", fields: allFields },
  license_groups: { name: "License group |||| License groups", fields: allFields },
  license_policies: { name: "License policy |||| License policies", fields: allFields },
  license_policy_authorization_group_members: { name: "Authorization group member |||| Authorization group members", fields: allFields },
  license_policy_items: { name: "Item |||| Items", fields: allFields },
  license_policy_members: { name: "Member |||| Members", fields: allFields },
  licenses: { name: "License |||| Licenses", fields: allFields },
  notifications: { name: "Notification |||| Notifications", fields: { ...allFields, product_name: "Product", user_full_name: "User", name: "Notification" } },
  observation_logs: { name: "Log entry |||| Log entries", fields: { ...allFields, assessment_status: "Decision", user_full_name: "User" } },
  observations: { name: "Observation |||| Observations", fields: { ...allFields, parser_severity: "Severity", parser_status: "Status" } },
  parsers: { name: "Parser |||| Parsers", fields: allFields },
  periodic_tasks: { name: "Task |||| Tasks", fields: allFields },
  potential_duplicates: { name: "Potential duplicate |||| Potential duplicates", fields: allFields },
  product_api_tokens: { name: "API token |||| API tokens", fields: allFields },
  product_authorization_group_members: { name: "Authorization group member |||| Authorization group members", fields: allFields },
  product_groups: { name: "Product group |||| Product groups", fields: allFields },
  product_members: { name: "User member |||| User members", fields: allFields },
  products: { name: "Product |||| Products", fields: allFields },
  services: { name: "Service |||| Services", fields: allFields },
  settings: { name: "Settings |||| Settings", fields: allFields },
  uploads: { name: "Upload |||| Uploads", fields: allFields },
  vulnerability_checks: { name: "Vulnerability check |||| Vulnerability checks", fields: allFields },
  users: { name: "User |||| Users", fields: allFields },
};
