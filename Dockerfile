FROM node:22-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY web/ ./
ARG VERSION=dev
RUN npm run build

FROM golang:1.26-bookworm AS server
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=web /src/web/dist web/dist
ARG VERSION=dev
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X secobserve/command.Version=${VERSION}" -o /secobserve . && mkdir -m 700 /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=server /secobserve /secobserve
COPY --from=server --chown=nonroot:nonroot /data /data
ENV SO_DATA=/data
USER nonroot
VOLUME /data
EXPOSE 8080
# The check reads SO_LISTEN and SO_TLS_CERT as the server does. A large data file is indexed before the first answer.
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["/secobserve", "healthcheck"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/secobserve"]
