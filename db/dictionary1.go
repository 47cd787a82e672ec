package db

import "github.com/klauspost/compress/s2"

// dictionary1 is what large rows and texts have in common: names of fields as CBOR writes them, keys of reports, phrases of descriptions. What
// is packed with it can only be unpacked with it, so it never changes; a better one would be another dictionary beside it.
var dictionary1 = s2.NewDict([]byte("\x00" + dictionary1Texts + dictionary1Fields))

// dictionary1Fields begins with the fields of observations, in their order and with frequent values, and goes on with those of license
// components.
const dictionary1Fields = "" +
	"bidgproductfbranchfparseretitlekdescriptionnrecommendationpcurrent_severityfMediumoparser_severityfMediummrule_severityr" +
	"rule_rego_severitysassessment_severityncurrent_statusdOpenmparser_statusdOpenjvex_statuskrule_statusprule_rego_statusqas" +
	"sessment_statuspcurrent_prioritymrule_priorityrrule_rego_prioritysassessment_priorityx\x19current_vex_justificationx\x18" +
	"parser_vex_justificationuvex_vex_justificationvrule_vex_justificationx\x1brule_rego_vex_justificationx\x1cassessment_vex" +
	"_justificationvscanner_observation_idpvulnerability_idx\x18vulnerability_id_aliasesuorigin_component_namex\x18origin_com" +
	"ponent_versionx\x1dorigin_component_name_versionuorigin_component_typegLibraryuorigin_component_purlx pkg:npm/x\x1aorigi" +
	"n_component_purl_typecnpmtorigin_component_cpex\x1dorigin_component_dependenciesx\x23origin_component_cyclonedx_bom_link" +
	"x\x18origin_docker_image_nameworigin_docker_image_tagx\x1corigin_docker_image_name_tagx\x22origin_docker_image_name_tag_" +
	"shortx\x1aorigin_docker_image_digestsorigin_endpoint_urlvorigin_endpoint_schemex\x18origin_endpoint_hostnametorigin_endp" +
	"oint_porttorigin_endpoint_pathvorigin_endpoint_paramsuorigin_endpoint_queryx\x18origin_endpoint_fragmentnorigin_servicer" +
	"origin_source_filex\x18origin_source_line_startvorigin_source_line_endworigin_source_file_linkuorigin_cloud_providercAWS" +
	"x\x29origin_cloud_account_subscription_projectuorigin_cloud_resourcex\x1aorigin_cloud_resource_typex\x1forigin_cloud_qua" +
	"lified_resourcex\x19origin_kubernetes_clusterx\x1borigin_kubernetes_namespacex\x1forigin_kubernetes_resource_typex\x1for" +
	"igin_kubernetes_resource_namex\x24origin_kubernetes_qualified_resourcekcvss3_scorelcvss3_vectorkcvss4_scorelcvss4_vector" +
	"lcve_found_inccwejepss_scoreoepss_percentileefoundgscanneroupload_filenamevapi_configuration_namepimport_last_seengcreat" +
	"edhmodifiedtlast_observation_logmidentity_hashlgeneral_rulelproduct_ruleqgeneral_rule_regoqproduct_rule_regomvex_stateme" +
	"ntvissue_tracker_issue_idx\x1aissue_tracker_issue_closedx\x21issue_tracker_jira_initial_statusx\x18has_potential_duplica" +
	"tesx\x1brisk_acceptance_expiry_datesupdate_impact_scoremfix_availablejreferences\x81\xa2bid\x1a\x00\x00curlxsvulnerabili" +
	"ty_checkrreport_fingerprint" +
	"ncomponent_nameqcomponent_versionvcomponent_name_versionncomponent_typencomponent_purlscomponent_purl_typemcomponent_cpe" +
	"vcomponent_dependenciesx\x1ccomponent_cyclonedx_bom_linkx\x19imported_declared_licensex\x1aimported_concluded_licensex" +
	"\x18manual_concluded_licenseqeffective_licenseqevaluation_resultmidentity_hashklast_changepimport_last_seengspdx_idjexpr" +
	"essionhnon_spdxglicensehmultiple"

// dictionary1Texts are pieces of SARIF and CycloneDX reports and of advisories.
const dictionary1Texts = `[{"tool": {"driver": {"name": "", "semanticVersion": "", "version": "", "informationUri": "https://", "rules": [
{"ruleId": "", "ruleIndex": 0, "kind": "fail", "level": "warning", "level": "error", "level": "note", "message": {"text": ""}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/main/java/", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1, "sourceLanguage": "", "snippet": {"text": ""}}}, "message": {"text": ""}}], "partialFingerprints": {"primaryLocationLineHash": ""}, "properties": {"confidence": "MEDIUM", "severity": "HIGH"}, "codeFlows": [{"threadFlows": [{"locations": [
{"id": "", "name": "", "shortDescription": {"text": ""}, "fullDescription": {"text": ""}, "help": {"text": "", "markdown": ""}, "helpUri": "https://", "defaultConfiguration": {"level": "error"}, "properties": {"precision": "high", "tags": ["security", "CWE-", "vulnerability"], "security-severity": "7.5", "problem.severity": "error"}}
{"bom-ref": "pkg:npm/", "type": "library", "group": "org.springframework", "name": "", "version": "1.0.0", "description": "", "hashes": [{"alg": "SHA-256", "content": ""}], "licenses": [{"license": {"id": "MIT", "id": "Apache-2.0", "name": "", "url": ""}, "expression": ""}], "cpe": "cpe:2.3:a:", "purl": "pkg:maven/", "externalReferences": [{"type": "website", "url": "https://"}, {"type": "vcs", "url": "https://github.com/"}, {"type": "distribution"}], "properties": [{"name": "aquasecurity:trivy:", "value": ""}, {"name": "syft:package:foundBy", "name": "syft:location:0:path", "name": "syft:metadata:"}], "supplier": {"name": ""}, "publisher": ""
{"id": "CVE-2024-", "source": {"name": "NVD", "url": "https://nvd.nist.gov/vuln/detail/CVE-2023-"}, "ratings": [{"source": {"name": "ghsa"}, "score": 7.5, "severity": "high", "severity": "medium", "severity": "critical", "severity": "low", "method": "CVSSv31", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}, {"source": {"name": "redhat"}], "cwes": [79, 20], "description": "", "recommendation": "Upgrade to version ", "advisories": [{"url": "https://github.com/advisories/GHSA-"}, {"url": "https://access.redhat.com/security/cve/CVE-2025-"}, {"url": "https://avd.aquasec.com/nvd/cve-2022-"}], "published": "2024-01-01T00:00:00+00:00", "updated": "2025-01-01T00:00:00+00:00", "affects": [{"ref": "pkg:", "versions": [{"version": "", "status": "affected"}]}], "analysis": {"state": "exploitable"}}
"https://lists.debian.org/debian-lts-announce/", "https://security-tracker.debian.org/tracker/CVE-2021-", "https://ubuntu.com/security/CVE-2020-", "https://errata.almalinux.org/", "https://www.cve.org/CVERecord?id=CVE-2026-", "https://bugzilla.redhat.com/show_bug.cgi?id=", "https://cwe.mitre.org/data/definitions/", "https://lists.fedoraproject.org/archives/list/package-announce@lists.fedoraproject.org/message/", "https://security.gentoo.org/glsa/", "https://security.netapp.com/advisory/ntap-", "https://pkg.go.dev/vuln/GO-2024-", "https://osv.dev/vulnerability/"
CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N
**Rule short description:** **Rule full description:** **Snippet:** **Message:** **Confidence:** MEDIUM **Precision:** high **Tags:** ['security', 'CWE-**Vulnerable versions:** **Fixed version:** **Severity:** **Check-ID:** **Guideline:** 
A vulnerability was found in  and classified as problematic. This vulnerability affects unknown code of the file  of the component . The manipulation of the argument  leads to cross site scripting. The attack can be initiated remotely. The exploit has been disclosed to the public and may be used. 
A flaw was found in . This issue could allow a remote attacker to execute arbitrary code or cause a denial of service (application crash) via a crafted request. Improper input validation, use after free, heap-based buffer overflow, out-of-bounds read, out-of-bounds write, NULL pointer dereference, integer overflow, path traversal, SQL injection, deserialization of untrusted data, server-side request forgery, cross-site request forgery, uncontrolled resource consumption, regular expression denial of service (ReDoS), race condition, information disclosure, privilege escalation, prototype pollution, insecure default, hard-coded credentials in versions prior to , before version , and earlier versions. In the Linux kernel, the following vulnerability has been resolved: This allows an unauthenticated attacker with network access to compromise the confidentiality, integrity and availability of the system. Users are recommended to upgrade to version , which fixes the issue. There are no known workarounds for this vulnerability. It was discovered that the function in the package when processing user-supplied data does not properly restrict access, which makes it possible for authenticated users. The issue has been patched in release`
