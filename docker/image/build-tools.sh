#!/bin/sh
# Tests and compiles the session's tools in the catalogue's workspace, into /opt/pgrx/bin.
set -eu
ln -s /opt/pgrx/target /work/target
cd /opt/pgrx/catalogue
touch session-tools/src/*.rs session-tools/src/bin/*.rs install-extension/src/*.rs
optimised="--config profile.dev.package.session-tools.opt-level=1 --config profile.dev.package.install-extension.opt-level=1"
packages="-p my_extension -p session-tools -p install-extension"
cargo test --offline --quiet -p session-tools -p install-extension
cargo build --offline $optimised $packages
mkdir -p /opt/pgrx/bin
for tool in job job-kill bounded-log pg-dial place-project install-extension; do
  strip -o /opt/pgrx/bin/$tool /work/target/debug/$tool
done
