# One recipe for every image. `--target service --build-arg SERVICE=dispatch` is a service, `gateway` the gateway with the web,
# `tools` the steps before the first start and the provisioner. They have all layers but the last one or two in common.

ARG NODE_IMAGE=node:24-trixie-slim
FROM ${NODE_IMAGE} AS node
WORKDIR /app
ENV NPM_CONFIG_UPDATE_NOTIFIER=false NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false TURBO_TELEMETRY_DISABLED=1

# What an install depends on, and nothing else: another source file leaves the installs below as they are.
FROM node AS manifests
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json -delete && find . -type d -empty -delete

FROM node AS production
COPY --from=manifests /app ./
RUN --mount=type=cache,id=pledge-npm,target=/root/.npm \
    npm ci --omit=dev --loglevel=error \
      -w apps/intake -w apps/dispatch -w apps/parts -w apps/archives -w apps/support -w apps/supervision \
      -w apps/notifier -w apps/gateway -w packages/messaging

FROM node AS build
COPY --from=manifests /app ./
RUN --mount=type=cache,id=pledge-npm,target=/root/.npm npm ci --loglevel=error
COPY . .
RUN --mount=type=cache,id=pledge-turbo,target=/app/.turbo,sharing=locked \
    npx turbo run build --filter=@pledge/standalone --filter='./apps/*' --output-logs=errors-only
RUN for workspace in packages/* apps/*; do \
      if [ -d "$workspace/dist" ]; then \
        mkdir -p "/built/$workspace" && cp -r "$workspace/package.json" "$workspace/dist" "/built/$workspace/"; \
      fi; \
    done

FROM node AS runtime
ENV NODE_ENV=production
COPY --from=production /app/node_modules ./node_modules
COPY --from=build /built/packages ./packages

# A container waits by itself for what `secrets` hands it, so that replacing one never replaces those it depends on.
COPY --chmod=755 deploy/with-secrets.sh /usr/local/bin/with-secrets
RUN install -d -o node -g node /files

FROM runtime AS tools

FROM runtime AS service
ARG SERVICE
# Modules that a service needs in another version than the rest lie in its own folder.
COPY --from=production /app/apps/${SERVICE} ./apps/${SERVICE}
COPY --from=build /built/apps/${SERVICE} ./apps/${SERVICE}
ENV SERVICE=${SERVICE} HOST=0.0.0.0 PORT=8080 FILES_DIR=/files
WORKDIR /app/apps/${SERVICE}
USER node
EXPOSE 8080
CMD ["with-secrets", "node", "--max-semi-space-size=2", "--enable-source-maps", "--env-file=/run/pledge/env", "dist/main.js"]

FROM service AS gateway
COPY --from=build /built/apps/console /app/apps/console
