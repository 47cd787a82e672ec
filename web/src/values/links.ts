const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:", "ftp:", "tel:", "sms:", "file:"]);

/** The target when it may become a link: the application's own places and a few harmless protocols; else null. */
export function safeLink(target: string | null | undefined): string | null {
  if (!target) return null;
  if (target.startsWith("#/")) return target;
  try {
    return SAFE_PROTOCOLS.has(new URL(target).protocol) ? target : null;
  } catch {
    return null;
  }
}

const VULNERABILITY_SITES: readonly (readonly [prefix: string, site: string])[] = [
  ["CVE", "https://nvd.nist.gov/vuln/detail/"],
  ["GHSA", "https://github.com/advisories/"],
  ["ASB", "https://osv.dev/vulnerability/"],
  ["BIT", "https://osv.dev/vulnerability/"],
  ["OSV", "https://osv.dev/vulnerability/"],
  ["PYSEC", "https://osv.dev/vulnerability/"],
  ["CGA", "https://images.chainguard.dev/security/"],
  ["DLA", "https://security-tracker.debian.org/tracker/"],
  ["DSA", "https://security-tracker.debian.org/tracker/"],
  ["GO", "https://pkg.go.dev/vuln/"],
  ["RHSA", "https://access.redhat.com/errata/"],
  ["SNYK", "https://snyk.io/vuln/"],
  ["RUSTSEC", "https://rustsec.org/advisories/"],
];

/** The page about a vulnerability on the site that issued its id; null for unknown kinds of ids. */
export function vulnerabilityLink(id: string): string | null {
  const site = VULNERABILITY_SITES.find(([prefix]) => id.startsWith(`${prefix}-`))?.[1];
  return site === undefined ? null : site + encodeURIComponent(id);
}

export function cweLink(cwe: number): string {
  return `https://cwe.mitre.org/data/definitions/${cwe}.html`;
}

/** FIRST's calculator with the vector filled in; null for vectors without a known version. */
export function cvssLink(vector: string): string | null {
  const version = /^CVSS:(3\.0|3\.1|4\.0)\//.exec(vector)?.[1];
  return version === undefined ? null : `https://www.first.org/cvss/calculator/${version}#${vector}`;
}

/** The page of a source that knows an exploit of the vulnerability (`cve_found_in[].source`). */
export function exploitLink(source: string, cve: string): string | null {
  const year = cve.split("-")[1] ?? "";
  const links: Record<string, string> = {
    "CISA KEV": `https://www.cisa.gov/known-exploited-vulnerabilities-catalog?search_api_fulltext=${encodeURIComponent(cve)}`,
    "Exploit-DB": "https://gitlab.com/exploit-database/exploitdb/-/raw/main/files_exploits.csv",
    Metasploit: "https://raw.githubusercontent.com/rapid7/metasploit-framework/master/db/modules_metadata_base.json",
    Nuclei: "https://raw.githubusercontent.com/projectdiscovery/nuclei-templates/main/cves.json",
    "PoC GitHub": `https://github.com/nomi-sec/PoC-in-GitHub/tree/master/${encodeURIComponent(year)}/${encodeURIComponent(cve)}.json`,
    "VulnCheck KEV": `https://vulncheck.com/cve/${encodeURIComponent(cve)}`,
  };
  return links[source] ?? null;
}
