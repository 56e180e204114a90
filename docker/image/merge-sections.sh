#!/bin/sh
# Makes, for each Rust library named on stdin, one of the same name in /opt/pgrx/merged whose code is one object with few
# sections. An extension is linked without dropping unused code, so that all 98,000 sections of its dependencies would be
# looked at in each build, which takes twice as long as the copying. See bin/ld.
set -eu
merged=/opt/pgrx/merged
mkdir -p "$merged"
while read -r library; do
  case $library in
    # Its objects are there to be taken one by one.
    *compiler_builtins*) continue ;;
  esac
  rm -rf /tmp/objects
  mkdir /tmp/objects
  cd /tmp/objects
  ar x "$library"
  set -- *.o
  [ -e "$1" ] || continue
  ld.bfd -r -T /tmp/merge-sections.ld -o /tmp/merged.o "$@"
  ar rcs "$merged/${library##*/}" /tmp/merged.o
done
rm -rf /tmp/objects /tmp/merged.o
