#!/bin/sh
# Vendors every crate of crates.txt, of the starter and of the tools, and makes the workspace in which they are compiled:
# /opt/pgrx/catalogue, a small package for each line of crates.txt. One workspace has one lock file, so each crate has
# one version (of each major). Usage: fetch-crates.sh PGRX_VERSION
set -eu
pgrx=$1
here=$(pwd)

mkdir -p /opt/pgrx/catalogue && cd /opt/pgrx/catalogue
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
pgrx = { version = "=$pgrx", features = ["pg17"] }
$line
EOF
done
cat > Cargo.toml <<EOF
[workspace]
resolver = "2"
members = [$(printf '"%s", ' starter session-tools install-extension $(ls -dv line-*))]
EOF
sh "$here/with-ca.sh" cargo vendor --versioned-dirs /opt/pgrx/vendor > /dev/null

# `cargo pgrx new` asks for a pgrx-bench of pgrx's own version, which crates.io may not have. It depends on nothing of pgrx.
cd /opt/pgrx/vendor
if [ ! -d "pgrx-bench-$pgrx" ]; then
  cp -R pgrx-bench-[0-9]* "pgrx-bench-$pgrx"
  sed -i "/^name = \"pgrx-bench\"/,/^version = / s/^version = .*/version = \"$pgrx\"/" "pgrx-bench-$pgrx/Cargo.toml"
  sed -i 's/"files":{[^}]*}/"files":{}/' "pgrx-bench-$pgrx/.cargo-checksum.json"
fi
cd /opt/pgrx/catalogue
sh "$here/trim-vendor.sh"
sh "$here/saturate-features.sh"
find /opt/cargo -mindepth 1 -maxdepth 1 -exec rm -rf {} +
cp "$here/cargo-config.toml" /opt/cargo/config.toml
# The wrapper that the settings name is not here yet.
export RUSTC_WRAPPER=''
cargo metadata --format-version 1 --offline | perl "$here/usable-features.pl" > /opt/pgrx/usable-features.json
