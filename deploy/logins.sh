#!/bin/sh
# The register's database and its two logins: the owner's, which migrates, and the application's, which can't change the log. In
# compose PostgreSQL's image runs it once; elsewhere: OWNER_PASSWORD_FILE=… APP_PASSWORD_FILE=… sh logins.sh, as postgres.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres \
  --set=owner="$(cat "${OWNER_PASSWORD_FILE:-/run/secrets/owner_password}")" \
  --set=app="$(cat "${APP_PASSWORD_FILE:-/run/secrets/app_password}")" <<'SQL'
CREATE ROLE register_owner LOGIN PASSWORD :'owner';
CREATE ROLE register_app LOGIN PASSWORD :'app';
CREATE DATABASE register OWNER register_owner;
REVOKE ALL ON DATABASE register FROM PUBLIC;
GRANT CONNECT ON DATABASE register TO register_app;
SQL
