#!/bin/sh
# Tests and compiles the session's tools in the catalogue's workspace, into /opt/pgrx/bin.
set -eu
ln -s /opt/pgrx/target /work/target
cd catalogue
touch session-tools/src/*.rs session-tools/src/bin/*.rs install-extension/src/*.rs
cargo test --offline --quiet -p session-tools -p install-extension
cargo build --offline -p session-tools -p install-extension
mkdir -p /opt/pgrx/bin
for tool in job job-kill bounded-log install-extension; do
  strip -o /opt/pgrx/bin/$tool /work/target/debug/$tool
done
