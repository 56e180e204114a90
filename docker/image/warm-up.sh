#!/bin/sh
# Fetches and compiles everything that a session's crate can depend on, so that a session compiles its own crate only.
# Usage: warm-up.sh POSTGRES_MAJOR PGRX_VERSION; reads /tmp/crates.txt and the starter in /work/project.
#
# Every line of crates.txt is compiled by itself, together with pgrx, as the one dependency of a small crate: what
# cargo would compile for it depends on which features are asked for beside it.
set -eu
major=$1
pgrx=$2
with_ca="sh /tmp/with-ca.sh"

mkdir -p /tmp/catalogue && cd /tmp/catalogue
number=0
members=
while read -r line; do
  case $line in '' | '#'*) continue ;; esac
  number=$((number + 1))
  member=catalogue-$number
  members="$members $member"
  mkdir -p $member/src && : > $member/src/lib.rs
  cat > $member/Cargo.toml <<EOF
[package]
name = "$member"
version = "0.0.0"
edition = "2021"

[dependencies]
pgrx = { version = "=$pgrx", features = ["pg$major"] }
$line
EOF
done < /tmp/crates.txt
cat > Cargo.toml <<EOF
[workspace]
resolver = "2"
members = [$(printf '"%s",' $members)]
EOF

# One lock file for all, the starter's included, so that each crate has one version.
cp -R /work/project starter
sed -i 's/members = \[/members = ["starter",/' Cargo.toml
if [ -s /tmp/Cargo.lock ]; then cp /tmp/Cargo.lock .; fi
$with_ca cargo vendor --versioned-dirs /opt/pgrx/vendor > /dev/null
sh /tmp/trim-vendor.sh
cp /tmp/cargo-config.toml /opt/cargo/config.toml
cp Cargo.lock /opt/pgrx/Cargo.lock

# The starter's own lock file: the same versions, less what it does not use.
cd /work/project
cp /tmp/catalogue/Cargo.lock .
cargo metadata --format-version 1 --offline > /dev/null

# Exactly a session's commands: what they need is what must be here.
install="--lib --offline --no-default-features --features pg$major"
cargo rustc $install -- -Clink-arg=-Wl,--no-gc-sections
cargo check --offline --all-targets
cargo test --offline --no-run --features pg_test

cd /tmp/catalogue
for member in $members; do
  cargo build --offline -p $member
  cargo check --offline -p $member
done

# What belongs to the small crates and the starter's own crate is made anew in a session; the rest stays.
cd /work/target/debug
rm -rf incremental examples .cargo-lock ./*my_extension* ./*catalogue* deps/*my_extension* deps/*catalogue* \
  .fingerprint/my_extension* .fingerprint/catalogue* deps/*.d
mv /work/target /opt/pgrx/target
find /opt/cargo -mindepth 1 -maxdepth 1 ! -name config.toml -exec rm -rf {} +
