import type { Severity, Status } from "../api/types";

/** Worst first: the order of all counts and of the severity filter. */
export const SEVERITIES: readonly Severity[] = ["Critical", "High", "Medium", "Low", "None", "Unknown"];

export const STATUSES: readonly Status[] = [
  "Open",
  "Affected",
  "In review",
  "Resolved",
  "Duplicate",
  "False positive",
  "Not affected",
  "Not security",
  "Risk accepted",
];

export const ACTIVE_STATUSES: readonly Status[] = ["Open", "Affected", "In review"];

/** Statuses that say why something is no problem, so that a justification can be given. */
export const JUSTIFIED_STATUSES: readonly Status[] = ["Not affected", "Not security", "False positive"];

export const AGES = ["Today", "Past 7 days", "Past 30 days", "Past 90 days", "Past 365 days"] as const;

export const ASSESSMENT_DECISIONS = ["Approved", "Rejected"] as const;

export const OSV_LINUX_DISTRIBUTIONS = [
  "AlmaLinux",
  "Alpine",
  "Chainguard",
  "Debian",
  "Mageia",
  "openSUSE",
  "Photon OS",
  "Red Hat",
  "Rocky Linux",
  "SUSE",
  "Ubuntu",
  "Wolfi",
] as const;

export const COMPONENT_TYPES = [
  "Application",
  "Container",
  "Cryptographic asset",
  "Data",
  "Device",
  "Device driver",
  "File",
  "Firmware",
  "Framework",
  "Library",
  "Machine learning model",
  "Operating system",
  "Platform",
] as const;

/** What a license policy can say of a component, worst first. */
export const EVALUATIONS = ["Forbidden", "Review required", "Unknown", "Allowed", "Ignored"] as const;

export type EvaluationResult = (typeof EVALUATIONS)[number];

export const ISSUE_TRACKERS = ["GitHub", "GitLab", "Jira"] as const;

export const PARSER_SOURCES = ["API", "File", "Manual", "Other", "Unknown"] as const;

export const PARSER_TYPES = ["SCA", "SAST", "DAST", "IAST", "Secrets", "Infrastructure", "Other", "Manual"] as const;

export const VEX_JUSTIFICATION_STYLES = ["CSAF/OpenVEX", "CycloneDX"] as const;

export const ROWS_PER_PAGE = [10, 25, 50, 100] as const;

const CSAF_OPENVEX_JUSTIFICATIONS = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "vulnerable_code_not_in_execute_path",
  "inline_mitigations_already_exist",
] as const;

const CYCLONEDX_JUSTIFICATIONS = [
  "code_not_present",
  "code_not_reachable",
  "requires_configuration",
  "requires_dependency",
  "requires_environment",
  "protected_by_compiler",
  "protected_at_runtime",
  "protected_at_perimeter",
  "protected_by_mitigating_control",
] as const;

/** The justifications of the style that the settings name. */
export function vexJustifications(style: string | undefined): readonly string[] {
  return style === "CycloneDX" ? CYCLONEDX_JUSTIFICATIONS : CSAF_OPENVEX_JUSTIFICATIONS;
}

export interface Choice<Id extends string | number = string> {
  id: Id;
  name: string;
}

/** Values that are their own label, as react-admin's inputs take them. */
export function choices<Id extends string | number>(values: readonly Id[]): Choice<Id>[] {
  return values.map((value) => ({ id: value, name: String(value) }));
}

/** `code_not_present` is shown as `Code not present`. */
export function justificationLabel(justification: string): string {
  const words = justification.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function justificationChoices(style: string | undefined): Choice[] {
  return vexJustifications(style).map((id) => ({ id, name: justificationLabel(id) }));
}

/** Types of package URLs, by the names of what they stand for. */
export const ECOSYSTEMS: readonly Choice[] = [
  { id: "alpm", name: "alpm" },
  { id: "apk", name: "APK" },
  { id: "bitbucket", name: "Bitbucket" },
  { id: "bitnami", name: "Bitnami" },
  { id: "cargo", name: "Rust" },
  { id: "cocoapods", name: "Cocoapods" },
  { id: "composer", name: "Composer" },
  { id: "conan", name: "Conan" },
  { id: "conda", name: "Conda" },
  { id: "cpan", name: "CPAN Perl" },
  { id: "cran", name: "CRAN R" },
  { id: "deb", name: "Debian" },
  { id: "docker", name: "Docker" },
  { id: "gem", name: "Ruby Gem" },
  { id: "generic", name: "Generic" },
  { id: "github", name: "GitHub" },
  { id: "golang", name: "Go" },
  { id: "hackage", name: "Hackage" },
  { id: "hex", name: "Hex" },
  { id: "huggingface", name: "Huggingface" },
  { id: "luarocks", name: "Lua" },
  { id: "maven", name: "Maven" },
  { id: "mlflow", name: "MLflow" },
  { id: "npm", name: "NPM" },
  { id: "nuget", name: "NuGet" },
  { id: "oci", name: "OCI" },
  { id: "pub", name: "Dart" },
  { id: "pypi", name: "PyPI" },
  { id: "rpm", name: "RPM" },
  { id: "qpkg", name: "QNX" },
  { id: "swid", name: "SWID" },
  { id: "swift", name: "Swift" },
];
