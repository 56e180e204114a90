#!/bin/sh
# Installs what a session runs beside Postgres: Rust, a C toolchain, libclang for bindgen, git, editors, and the time zones
# that have kept an old name (US/Eastern). The same for every major.
set -eu
export DEBIAN_FRONTEND=noninteractive

# Images from a registry and those made by debootstrap differ in their sources; this makes them alike.
rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
for suite in "debian trixie" "debian trixie-updates" "debian-security trixie-security" "debian trixie-backports"; do
  echo "deb http://deb.debian.org/$suite main" >> /etc/apt/sources.list
done
apt-get update

# bindgen loads libclang: the one that shares its LLVM with rustc, so that there is one of 130 MB and not two.
depends() { apt-cache depends "$1" | sed -n "s/^ *Depends: \($2\)$/\1/p"; }
llvm=$(apt-cache depends "$(depends libstd-rust-dev 'libstd-rust-[0-9.]*')" | sed -n 's/^ *Depends: libllvm//p')

apt-get install -y --no-install-recommends \
  rustc cargo rustfmt rust-clippy rust-src rust-analyzer \
  gcc libc6-dev make pkg-config \
  "libclang1-$llvm" "libclang-common-$llvm-dev" \
  libicu-dev less ca-certificates \
  git nano vim-tiny tzdata-legacy
ln -s vim.tiny /usr/bin/vim

# The linker takes a third of the time that GNU's takes, with no flag that a build could lack. Mold 3 halves that again;
# it is unstable's until a release has it, so it comes from there only as long as that changes nothing else here.
echo "deb [check-valid-until=no] http://deb.debian.org/debian sid main" > /etc/apt/sources.list.d/sid.list
printf 'Package: *\nPin: release n=sid\nPin-Priority: 1\n' > /etc/apt/preferences.d/sid
installed=$(dpkg-query -W -f '${Package} ')
apt-mark hold $installed > /dev/null
apt-get update
apt-get install -y --no-install-recommends -t sid mold || apt-get install -y --no-install-recommends mold
apt-mark unhold $installed > /dev/null
rm /etc/apt/sources.list.d/sid.list /etc/apt/preferences.d/sid
ln -sf mold /usr/bin/ld

# The standard library's line tables would be 12 of the 30 MB of each extension; the extension's own stay.
strip --strip-debug /usr/lib/rustlib/*/lib/*.rlib

# Of no use here: empty folders of rustc's sources, the link-time optimiser's debugger, sanitizers.
rm -rf /usr/src/rustc-*/src /usr/src/rustc-*/compiler /usr/bin/*lto-dump* /usr/lib/*/lib?san.so* /usr/lib/*/libhwasan.so*
rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/*.log /var/log/apt/*
