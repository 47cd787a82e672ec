#!/usr/bin/env bash
# Builds the committed state twice, in two folders and with empty caches of the Go compiler, and compares the binaries.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(git rev-parse --short HEAD)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for name in first the-second-one; do
  git clone -q . "$folder/$name"
  (cd "$folder/$name/web" && npm ci --no-audit --no-fund >/dev/null && npm run build >/dev/null)
  (cd "$folder/$name" && GOCACHE="$folder/cache-$name" CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X secobserve/command.Version=$version" -o secobserve .)
  (cd "$folder/$name" && sha256sum secobserve)
done
cmp "$folder/first/secobserve" "$folder/the-second-one/secobserve" && echo "the same"
