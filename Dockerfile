# syntax=docker/dockerfile:1
# For those who reach a registry. `npm run image` makes the like from npm's and Debian's packages alone (docs/decisions/0129).
ARG NODE=node:24-trixie-slim

FROM ${NODE} AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# The commit and its time, which aren't in the context: --build-arg REVISION=$(git rev-parse HEAD) --build-arg SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
ARG REVISION=unknown
ARG SOURCE_DATE_EPOCH=0
RUN REVISION=${REVISION} SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH} npm run bundle

FROM ${NODE}
# Backup and restore are pg_dump's and pg_restore's work.
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client-17 \
  && rm -rf /var/lib/apt/lists/* \
  && install --directory --owner=10001 --group=10001 --mode=0700 /data
COPY --from=build /src/.dist/register /opt/register
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /opt/register
USER 10001:10001
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["/usr/local/bin/node", "/opt/register/register.mjs"]
CMD ["start"]
