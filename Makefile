# The commands of the README. `make run` and `make test` need Go and Node.js only.

SHELL := /bin/bash
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)

.PHONY: run build web test lint e2e bench generate check-generated docker clean

run: build
	./secobserve serve

build: web
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X secobserve/command.Version=$(VERSION)" -o secobserve .

web: web/node_modules
	cd web && npm run build

web/node_modules: web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	touch web/node_modules

lint:
	@unformatted=$$(find . -name '*.go' -not -path './web/node_modules/*' -exec gofmt -l {} +) && test -z "$$unformatted" || \
		{ echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...

test: web/node_modules lint check-generated
	go test -race ./...
	cd web && npm run typecheck && npm run lint && npm test
	$(MAKE) e2e

# Browser tests against the real binary; they need Chromium (Debian: chromium).
e2e: build
	cd web && npm run e2e

bench:
	go run ./bench

SWAG = go tool swag init --quiet --generalInfo main.go --dir ./,./handlers,./handlers/schema --parseInternal --parseDependencyLevel 1 --outputTypes json

# Brings generated files up to date: the API description.
generate:
	$(SWAG) --output docs

check-generated:
	@folder=$$(mktemp -d) && $(SWAG) --output $$folder && diff -q $$folder/swagger.json docs/swagger.json || { echo "run make generate"; exit 1; }

docker:
	docker build --build-arg VERSION=$(VERSION) -t secobserve .

clean:
	rm -rf secobserve web/dist/assets web/dist/index.html* web/node_modules
