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

# postgresql-server-dev asks for the whole of clang and LLVM (500 MB), to make bitcode for a JIT that is off here.
# A package with no files takes their place; libclang itself, which bindgen loads, is installed below.
stand_in=/tmp/stand-in
mkdir -p $stand_in/DEBIAN
unwanted=$(apt-cache depends "postgresql-server-dev-$major" | sed -n 's/^ *Depends: \(clang-[0-9]*\|llvm-[0-9]*-dev\)$/\1/p')
provides=$(echo $unwanted | sed 's/ /, /g')
cat > $stand_in/DEBIAN/control <<EOF
Package: no-jit-bitcode
Version: 1
Architecture: all
Maintainer: pgrx playground
Provides: $provides
Description: stands in for the LLVM that only JIT bitcode needs
EOF
dpkg-deb --build $stand_in /tmp/stand-in.deb
llvm=$(echo $unwanted | tr ' ' '\n' | sed -n 's/^clang-//p')

apt-get install -y --no-install-recommends /tmp/stand-in.deb \
  rustc cargo rustfmt rust-clippy rust-src rust-analyzer \
  gcc libc6-dev make mold pkg-config \
  "libclang1-$llvm" "libclang-common-$llvm-dev" \
  "postgresql-$major" "postgresql-server-dev-$major" libicu-dev \
  socat less ca-certificates

rm -rf $stand_in /tmp/stand-in.deb /var/lib/apt/lists/* /var/cache/apt/* /var/log/*.log /var/log/apt/* /usr/share/postgresql/*/man
