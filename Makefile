# The commands of the README. `make run` and `make test` need Go and Node.js only.

SHELL := /bin/bash
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)

.PHONY: run build web test test-go test-web test-memory crash lint e2e bench generate check-generated sbom audit reproducible crash docker clean

run: build
	./secobserve serve

build: web
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X secobserve/command.Version=$(VERSION)" -o secobserve .

web: web/node_modules
	cd web && VERSION=$(VERSION) npm run build

web/node_modules: web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	touch web/node_modules

lint:
	@unformatted=$$(find . -name '*.go' -not -path './web/node_modules/*' -exec gofmt -l {} +) && test -z "$$unformatted" || \
		{ echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...

test: web/node_modules lint check-generated audit
	$(MAKE) --jobs=2 --output-sync=target test-go test-web test-memory
	$(MAKE) e2e

test-go:
	go test -race -timeout 30m ./...

# What the race detector would make too slow or too large to measure.
test-memory:
	SECOBSERVE_TEST_MEGABYTES=4 go test -run 'TestMemory$$|TestMutations$$' ./parsers/registry

# Kills the server so many times under load and compares what is stored with what was acknowledged; the tests do it a few times.
CRASHES ?= 200

crash:
	SECOBSERVE_TEST_CRASHES=$(CRASHES) go test -count 1 -v -timeout 60m -run 'TestCrashes$$' ./command

test-web:
	cd web && npm run typecheck && npm run lint && npm test

# Browser tests against the real binary; they need Chromium (Debian: chromium).
e2e: build
	cd web && npm run e2e

# BENCH=-million measures at a million observations, too; go run ./bench -help shows more.
bench: build
	go run ./bench $(BENCH)

SWAG = go tool swag init --quiet --generalInfo main.go --dir ./,./handlers,./handlers/schema --parseInternal --parseDependencyLevel 1 --outputTypes json

# Makes the API description, openapi.json, in a folder.
describe = $(SWAG) --output $(1) && go run ./docs/convert <$(1)/swagger.json >$(1)/openapi.json

# Brings generated files up to date: the API description and, where the packages of the UI are installed, its TypeScript types.
generate:
	@folder=$$(mktemp -d) && $(call describe,$$folder) && cp $$folder/openapi.json docs/openapi.json && rm -r $$folder
	@if [ -d web/node_modules ]; then cd web && npm run -s generate; else echo "web/src/api/schema.ts is left as it is: it needs web/node_modules"; fi

check-generated:
	@folder=$$(mktemp -d) && $(call describe,$$folder) && diff -q $$folder/openapi.json docs/openapi.json || { echo "run make generate"; exit 1; }
	@cd web && npm run -s generate -- --check

# The bill of materials of the product, dist/secobserve.cdx.json, and the list of licenses.
sbom: web/node_modules
	@folder=$$(mktemp -d) && mkdir -p dist && \
		go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 app -main . -licenses -json -output $$folder/go.json . && \
		(cd web && npm sbom --sbom-format cyclonedx --package-lock-only) >$$folder/npm.json && \
		go run ./packaging/sbom -go $$folder/go.json -npm $$folder/npm.json -lock web/package-lock.json -bom dist/secobserve.cdx.json -list THIRD_PARTY.md && rm -r $$folder

# Known vulnerabilities of what the product contains. A source that cannot be asked is told, and fails nothing.
audit: web/node_modules
	packaging/audit.sh

# Builds twice, in two folders and without caches, and compares.
reproducible:
	packaging/reproducible.sh

docker:
	docker build --build-arg VERSION=$(VERSION) -t secobserve .

clean:
	rm -rf secobserve web/dist/assets web/dist/index.html* web/node_modules
