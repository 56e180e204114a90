#!/bin/sh
# Makes Postgres's install folders links into /install, which a session can write, and a ready data directory.
# Usage: set-up-postgres.sh POSTGRES_MAJOR
set -eu
major=$1
mkdir -p /opt/pgrx/postgres /install
mv "/usr/lib/postgresql/$major/lib" /opt/pgrx/postgres/lib
mv "/usr/share/postgresql/$major/extension" /opt/pgrx/postgres/extension
ln -s /install/lib "/usr/lib/postgresql/$major/lib"
ln -s /install/extension "/usr/share/postgresql/$major/extension"

# A C extension's makefile would want clang for bitcode that nothing here reads.
sed -i 's/^with_llvm.*/with_llvm = no/' /opt/pgrx/postgres/lib/pgxs/src/Makefile.global

/usr/sbin/groupadd --gid 10001 pgrx
/usr/sbin/useradd --uid 10001 --gid 10001 --home-dir /work/home --no-create-home --shell /bin/bash pgrx
# A tmpfs takes the mode of the folder it is mounted on; Postgres wants its own to be private.
mkdir -p /work /pgdata /opt/pgrx/pgdata
chown pgrx: /work /pgdata /install /opt/pgrx/pgdata
chmod 700 /pgdata

# For initdb only: at run time a tmpfs takes the place of /install.
ln -s /opt/pgrx/postgres/lib /opt/pgrx/postgres/extension /install/
setpriv --reuid=pgrx --regid=pgrx --clear-groups sh -eu <<'EOF'
export LC_ALL=C.UTF-8 PGHOST=/tmp PGDATA=/opt/pgrx/pgdata
initdb --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --wal-segsize=1 --no-sync
cat /tmp/postgresql.conf >> $PGDATA/postgresql.conf
pg_ctl start --wait -o '-c restart_after_crash=off' > /tmp/initdb.log
psql -U postgres -d postgres -c 'CREATE DATABASE playground'
pg_ctl stop --wait --mode=smart
rm -f $PGDATA/postmaster.opts
EOF
rm -f /install/lib /install/extension /tmp/initdb.log
# The session's user copies it, and nothing else ever reads it.
chmod -R go= /opt/pgrx/pgdata
