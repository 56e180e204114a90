#!/bin/sh
# Installs a Postgres with its headers. Usage: install-postgres.sh POSTGRES_MAJOR [PGDG]
# PGDG is the address of the PostgreSQL project's own apt archive or of a mirror, which has every major. Without it a major
# comes from the Debian release that has it.
set -eu
major=$1
pgdg=${2:-}
export DEBIAN_FRONTEND=noninteractive

# An index that can't be read is a warning to apt, and then a package that it doesn't find.
read_indexes() {
  apt-get -o APT::Update::Error-Mode=any update && return
  echo "The package indexes for Postgres $major can't be read. Check the network, and PLAYGROUND_PGDG if it is set." >&2
  exit 1
}

# What apt-get is told, and what is appended to the names of Postgres's packages.
from=''
at=''
libraries=''
if [ -n "$pgdg" ]; then
  read_indexes
  apt-get install -y --no-install-recommends postgresql-common
  key=/usr/share/postgresql-common/pgdg/apt.postgresql.org.asc
  echo "deb [signed-by=$key] $pgdg trixie-pgdg main" > /etc/apt/sources.list.d/postgres.list
else
  case $major in
    13) releases=bullseye ;;
    15) releases=bookworm ;;
    17) releases='' ;;
    18) releases=forky ;;
    19) releases='sid experimental' ;;
    *) echo "Debian has no Postgres $major for this image: name an apt archive that has it (PGDG)" >&2; exit 1 ;;
  esac
  for release in $releases; do
    # A testing release's index can be past its date; its signature is checked all the same.
    echo "deb [check-valid-until=no] http://deb.debian.org/debian $release main" >> /etc/apt/sources.list.d/postgres.list
    printf 'Package: *\nPin: release n=%s\nPin-Priority: 100\n\n' "$release" >> /etc/apt/preferences.d/postgres
  done
  # A newer release's Postgres needs that release's libc; an older one's libraries are only added.
  case $major in
    18) from='-t forky' ;;
    # Experimental has Postgres itself, and unstable what it needs.
    19) from='-t sid' at=/experimental libraries='libpq5/experimental libpq-dev/experimental postgresql-client-19/experimental' ;;
  esac
fi
read_indexes

# postgresql-server-dev asks for all of clang and LLVM (500 MB), and Postgres for LLVM's library, to make and run bitcode
# for a JIT that is off here. A package without files takes their place.
depends() { apt-cache $from depends "$1" | sed -n "s/^ *Depends: \($2\)$/\1/p"; }
unwanted=$(depends "postgresql-server-dev-$major" 'clang-[0-9]*\|llvm-[0-9]*-dev'; depends "postgresql-$major" 'libllvm[0-9]*'; depends "postgresql-$major" 'postgresql-[0-9]*-jit.*')
mkdir -p /tmp/stand-in/DEBIAN
cat > /tmp/stand-in/DEBIAN/control <<CONTROL
Package: no-jit
Version: 1
Architecture: all
Maintainer: pgrx playground
Provides: $(for name in $unwanted; do printf '%s (= 1:99), ' "$name"; done | sed 's/, $//')
Description: stands in for what only Postgres's JIT needs
CONTROL
dpkg-deb --build /tmp/stand-in /tmp/stand-in.deb

apt-get install -y --no-install-recommends $from \
  /tmp/stand-in.deb "postgresql-$major$at" "postgresql-server-dev-$major$at" $libraries

# An upgrade of the C toolchain would have brought its own linker back.
ln -sf mold /usr/bin/ld
rm -rf /usr/share/postgresql/*/man
rm -rf /tmp/stand-in* /var/lib/apt/lists/* /var/cache/apt/* /var/log/*.log /var/log/apt/*
