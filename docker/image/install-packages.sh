#!/bin/sh
# Installs everything a session runs: Rust, a C toolchain, libclang for bindgen, Postgres with its headers.
# Usage: install-packages.sh POSTGRES_MAJOR
set -eu
major=$1
export DEBIAN_FRONTEND=noninteractive

# Images from a registry and those made by debootstrap differ in their sources; this makes them alike.
rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
for suite in "debian trixie" "debian trixie-updates" "debian-security trixie-security" "debian trixie-backports"; do
  echo "deb http://deb.debian.org/$suite main" >> /etc/apt/sources.list
done
apt-get update

# postgresql-server-dev asks for all of clang and LLVM (500 MB), and Postgres for LLVM's library, to make and run bitcode
# for a JIT that is off here. A package without files takes their place.
depends() { apt-cache depends "$1" | sed -n "s/^ *Depends: \($2\)$/\1/p"; }
unwanted=$(depends "postgresql-server-dev-$major" 'clang-[0-9]*\|llvm-[0-9]*-dev'; depends "postgresql-$major" 'libllvm[0-9]*')
mkdir -p /tmp/stand-in/DEBIAN
cat > /tmp/stand-in/DEBIAN/control <<EOF
Package: no-jit
Version: 1
Architecture: all
Maintainer: pgrx playground
Provides: $(for name in $unwanted; do printf '%s (= 1:99), ' "$name"; done | sed 's/, $//')
Description: stands in for what only Postgres's JIT needs
EOF
dpkg-deb --build /tmp/stand-in /tmp/stand-in.deb

# bindgen loads libclang: the one that shares its LLVM with rustc, so that there is one of 130 MB and not two.
llvm=$(apt-cache depends "$(depends libstd-rust-dev 'libstd-rust-[0-9.]*')" | sed -n 's/^ *Depends: libllvm//p')

apt-get install -y --no-install-recommends /tmp/stand-in.deb \
  rustc cargo rustfmt rust-clippy rust-src rust-analyzer \
  gcc libc6-dev make mold pkg-config \
  "libclang1-$llvm" "libclang-common-$llvm-dev" \
  "postgresql-$major" "postgresql-server-dev-$major" libicu-dev \
  socat less ca-certificates

# Links take a third of the time, with no flag that a build could lack.
ln -sf mold /usr/bin/ld

# Of no use here: empty folders of rustc's sources, the link-time optimiser's debugger, sanitizers, manuals.
rm -rf /usr/src/rustc-*/src /usr/src/rustc-*/compiler /usr/bin/*lto-dump* /usr/lib/*/lib?san.so* /usr/lib/*/libhwasan.so* \
  /usr/share/postgresql/*/man
rm -rf /tmp/stand-in* /var/lib/apt/lists/* /var/cache/apt/* /var/log/*.log /var/log/apt/*
