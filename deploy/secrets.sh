#!/bin/sh
# sh secrets.sh FOLDER HOST PORT: passwords and secrets for a new register whose database is at HOST:PORT.
# It overwrites nothing.
set -eu
folder=$1 host=$2 port=$3
mkdir "$folder"
# The folder keeps others out; the files in it are readable for the accounts of containers.
chmod 700 "$folder"
cd "$folder"
for name in postgres_password owner_password app_password; do
  openssl rand -hex 24 | tr -d '\n' >"$name"
done
openssl rand -base64 48 | tr -d '\n' >nextauth_secret
printf 'postgresql://register_app:%s@%s:%s/register' "$(cat app_password)" "$host" "$port" >database_url
printf 'postgresql://register_owner:%s@%s:%s/register' "$(cat owner_password)" "$host" "$port" >database_owner_url
printf '"register_owner" "%s"\n"register_app" "%s"\n' "$(cat owner_password)" "$(cat app_password)" >pgbouncer_users
chmod 444 ./*
