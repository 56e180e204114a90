#!/bin/sh
# Compiles the starter once, as a session does, and keeps in /opt/pgrx/first what makes a session's first build as quick
# as its later ones: the files, the command that compiles them (see bin/rustc-record), and what rustc keeps of them.
# Usage: first-build.sh POSTGRES_MAJOR; the starter is in /tmp/starter.
set -eu
features="pg$1"
made="/work/.made/$features"
/opt/pgrx/bin/work-folders
mkdir -p "$made"
cd /tmp/starter
cp --parents Cargo.toml ./*.control src/lib.rs /work/project
cp /opt/pgrx/starter/Cargo.lock /work/project

# As in server/build/scripts/buildScript.ts.
cd /work/project
env -u PG_MAJOR RECORD_RUSTC="$made/command" HOSTNAME=playground CARGO_TERM_COLOR=always CARGO_TERM_PROGRESS_WHEN=never \
  cargo rustc --lib --offline --manifest-path /work/project/Cargo.toml --no-default-features --features "$features" \
  --message-format=json-diagnostic-rendered-ansi -- -Clink-arg=-Wl,--no-gc-sections > /dev/null

mkdir -p /opt/pgrx/first/target/debug
mv /work/project /work/.made /opt/pgrx/first/
mv /work/target/debug/incremental /opt/pgrx/first/target/debug/
printf %s "$made" > /opt/pgrx/first/.made-last
# rustc's lock file is for its owner only.
chmod -R a+rX /opt/pgrx/first
rm -rf /work/home /work/pgrx-home /work/target
