#!/bin/sh
# Runs a command that downloads, with the host's CA bundle where the build was given one.
set -eu
bundle=$(dirname "$(readlink -f "$0")")/ca/bundle.pem
if [ -s "$bundle" ]; then
  export SSL_CERT_FILE="$bundle" CARGO_HTTP_CAINFO="$bundle"
fi
exec "$@"
