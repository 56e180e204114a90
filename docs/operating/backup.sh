#!/bin/sh
# sh docs/operating/backup.sh FOLDER: a dated copy of all links in FOLDER, while the server runs; copies older than two
# weeks are deleted. It takes DATABASE_URL or PLAYGROUND_STORE as the server does.
set -eu
# Hashes of secrets are in it: for its owner's eyes.
umask 077
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
name="links-$(date -u +%Y-%m-%dT%H%M%SZ)"
# Under another name until it is whole: what is left of a copy that failed is no backup.
part="$folder/.$name.part"
trap 'rm -f "$part"' EXIT
if [ -n "${DATABASE_URL:-}" ]; then
    # Of the server's major version or a newer one.
    pg_dump --format=custom --file="$part" "$DATABASE_URL"
    mv "$part" "$folder/$name.dump"
else
    npm run --silent links -- backup "$part"
    mv "$part" "$folder/$name.db"
fi
# Only after a copy that has succeeded.
find "$folder" -maxdepth 1 -name 'links-*' -mtime +14 -delete
