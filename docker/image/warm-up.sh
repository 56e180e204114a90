#!/bin/sh
# Compiles everything that a session's crate can depend on, so that a session compiles its own crate only.
# Usage: warm-up.sh POSTGRES_MAJOR; the starter is in /work/project, the catalogue in /opt/pgrx/catalogue.
set -eu
major=$1
say() { echo "warm-up: $*"; }

# The sources are the same for every major.
sed -i "s/\"pg17\"/\"pg$major\"/" /opt/pgrx/catalogue/line-*/Cargo.toml
sed -i "s/^default = .*/default = [\"pg$major\"]/" /work/project/Cargo.toml /opt/pgrx/catalogue/starter/Cargo.toml

# The starter's lock file has the catalogue's versions, less what it does not use.
cd /work/project
cp /opt/pgrx/catalogue/Cargo.lock .
cargo metadata --format-version 1 --offline > /dev/null

# The session's own commands, so that what they need is what is made.
say "compiling pgrx"
cargo rustc --lib --offline --no-default-features --features "pg$major" -- -Clink-arg=-Wl,--no-gc-sections
say "checking, for the language server"
cargo check --offline --no-default-features --features "pg$major"
say "compiling pgrx-tests"
cargo test --offline --no-run --no-default-features --features "pg$major pg_test"
say "compiling pgrx-bench"
cargo rustc --lib --offline --no-default-features --features "pg$major pg_bench" -- -Clink-arg=-Wl,--no-gc-sections

say "merging the sections of what is linked"
for features in "pg$major" "pg$major pg_test" "pg$major pg_bench"; do
  cargo rustc --lib --offline --no-default-features --features "$features" -- -Clink-arg=-Wl,--no-gc-sections --print link-args
done | tr -d '"' | tr ' ' '\n' | grep '\.rlib$' | sort -u | sh /tmp/merge-sections.sh

# With the starter beside them, the tools use what was compiled for it.
cd /opt/pgrx/catalogue
say "compiling what the session's tools use"
cargo build --offline -p my_extension -p session-tools -p install-extension

# One by one, and then together: what cargo compiles for a crate depends on the features asked for beside it.
lines=$(ls -dv line-*)
for line in $lines; do
  say "compiling $(tail -n 1 "$line/Cargo.toml")"
  cargo build --offline -p "$line"
  cargo check --offline -p "$line"
done
say "compiling all of them together"
cargo build --offline $(printf -- '-p %s ' $lines)
cargo metadata --format-version 1 --offline | perl /tmp/list-crates.pl /opt/pgrx/usable-features.json > /opt/pgrx/crates.json

# What belongs to the packages of the catalogue is made anew in a session; their dependencies stay.
cd /work/target/debug
rm -rf incremental examples .cargo-lock
for name in my_extension line session_tools session-tools install_extension install-extension; do
  rm -rf ./$name* ./lib$name* deps/$name* deps/lib$name* .fingerprint/$name*
done
rm -f deps/*.d
# Names of functions in what only cargo and rustc run: a third of it. The times are what cargo goes by.
find build -type f -perm -u+x -size +100k -exec strip --preserve-dates {} +
strip --preserve-dates deps/*.so
mv /work/target /opt/pgrx/target
mv /work/project /opt/pgrx/starter
