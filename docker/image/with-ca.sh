#!/bin/sh
# Runs a command that downloads, with the host's CA bundle where the build was given one.
set -eu
if [ -s /tmp/ca/bundle.pem ]; then
  export SSL_CERT_FILE=/tmp/ca/bundle.pem CARGO_HTTP_CAINFO=/tmp/ca/bundle.pem
fi
exec "$@"
