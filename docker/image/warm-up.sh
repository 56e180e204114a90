#!/bin/sh
# Fetches and compiles everything that a session's crate can depend on, so that a session compiles its own crate only.
# Usage: warm-up.sh POSTGRES_MAJOR PGRX_VERSION, in a folder with crates.txt, catalogue.lock, starter, and the manifests
# of the tools. The workspace that it leaves in ./catalogue is where the tools are compiled.
set -eu
major=$1
pgrx=$2
here=$(pwd)
say() { echo "warm-up: $*"; }

# A workspace gives all of them one lock file, so each crate has one version (of each major).
say "fetching crates"
mkdir catalogue && cd catalogue
cp -R "$here/starter" "$here/session-tools" "$here/install-extension" .
mkdir session-tools/src install-extension/src
: > session-tools/src/lib.rs
echo 'fn main() {}' > install-extension/src/main.rs
cp "$here/catalogue.lock" Cargo.lock
sed -i "s/^pgrx-sql-entity-graph = .*/pgrx-sql-entity-graph = \"=$pgrx\"/" install-extension/Cargo.toml
number=0
grep -v '^ *\(#\|$\)' "$here/crates.txt" | while read -r line; do
  number=$((number + 1))
  mkdir -p line-$number/src && : > line-$number/src/lib.rs
  cat > line-$number/Cargo.toml <<EOF
[package]
name = "line-$number"
version = "0.0.0"
edition = "2021"

[dependencies]
pgrx = { version = "=$pgrx", features = ["pg$major"] }
$line
EOF
done
lines=$(ls -d line-*)
cat > Cargo.toml <<EOF
[workspace]
resolver = "2"
members = [$(printf '"%s", ' starter session-tools install-extension $lines)]
EOF
sh "$here/with-ca.sh" cargo vendor --versioned-dirs /opt/pgrx/vendor > /dev/null
sh "$here/trim-vendor.sh"
sh "$here/saturate-features.sh"
cp "$here/cargo-config.toml" /opt/cargo/config.toml

# The starter's lock file has the same versions, less what it does not use.
cp -R "$here/starter/." /work/project/
cp Cargo.lock /work/project/
cd /work/project
cargo metadata --format-version 1 --offline > /dev/null

# The session's own commands, so that what they need is what is made.
say "compiling pgrx"
cargo rustc --lib --offline --no-default-features --features "pg$major" -- -Clink-arg=-Wl,--no-gc-sections
say "checking, for the language server and for tests"
cargo check --offline --all-targets
say "compiling pgrx-tests"
cargo test --offline --no-run --no-default-features --features "pg$major pg_test"

cd "$here/catalogue"
say "compiling what the session's tools use"
cargo build --offline -p session-tools -p install-extension

# One by one, and then together: what cargo compiles for a crate depends on the features asked for beside it.
for line in $lines; do
  say "compiling $(tail -1 "$line/Cargo.toml")"
  cargo build --offline -p "$line"
  cargo check --offline -p "$line"
done
say "compiling all of them together"
cargo build --offline $(printf -- '-p %s ' $lines)
cargo metadata --format-version 1 --offline | perl "$here/list-crates.pl" > /opt/pgrx/crates.json
cp Cargo.lock /opt/pgrx/catalogue.lock

# What belongs to the packages of the catalogue is made anew in a session; their dependencies stay.
cd /work/target/debug
rm -rf incremental examples .cargo-lock
for name in my_extension line session_tools session-tools install_extension install-extension; do
  rm -rf ./$name* ./lib$name* deps/$name* deps/lib$name* .fingerprint/$name*
done
rm -f deps/*.d
mv /work/target /opt/pgrx/target
find /opt/cargo -mindepth 1 -maxdepth 1 ! -name config.toml -exec rm -rf {} +
