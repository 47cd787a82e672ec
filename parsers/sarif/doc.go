// Package sarif reads SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format) with the specialities of the tools that write it
// (parsers.md §4): Trivy, Semgrep, Checkov, Bandit and OWASP Dependency-Check are treated on their own, all others alike.
//
// Results are read one by one while the findings are ranged over; only rules that results refer to are kept.
package sarif
