#!/bin/sh
# Compiles and tests the project's own programs into /opt/pgrx/bin. Usage: build-tools.sh PGRX_VERSION
set -eu
export CARGO_TARGET_DIR=/tmp/target
mkdir -p /opt/pgrx/bin

cd /tmp/session-tools
sh /tmp/with-ca.sh cargo build --release --locked
cp /tmp/target/release/job /tmp/target/release/job-kill /tmp/target/release/bounded-log /opt/pgrx/bin/

cd /tmp/install-extension
if ! grep -q "pgrx-sql-entity-graph = \"=$1\"" Cargo.toml; then
  # Another release than the committed lock file's.
  sed -i "s/^pgrx-sql-entity-graph = .*/pgrx-sql-entity-graph = \"=$1\"/" Cargo.toml
  rm Cargo.lock
fi
sh /tmp/with-ca.sh cargo build --release
cp /tmp/target/release/install-extension /opt/pgrx/bin/
rm -rf /tmp/target /root/.cargo
