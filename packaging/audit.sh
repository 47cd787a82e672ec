#!/usr/bin/env bash
# Looks for known vulnerabilities in the Go modules and the npm packages of the product. Exit status 1: one was found that the product reaches.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0

if ! curl -sfm 10 -o /dev/null https://vuln.go.dev/index/db.json; then
  echo "audit: the Go vulnerability database cannot be reached; Go modules were not checked"
elif ! go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...; then
  failed=1
fi

report=$(cd web && npm audit --omit dev --audit-level high --json 2>/dev/null)
status=$?
if ! grep -q '"auditReportVersion"' <<<"$report"; then
  echo "audit: the npm registry gives no audit; npm packages were not checked"
elif [ $status -ne 0 ]; then
  (cd web && npm audit --omit dev --audit-level high)
  failed=1
fi
exit $failed
