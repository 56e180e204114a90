#!/bin/sh
# Makes the vendored sources smaller by what no build in a session reads.
set -eu
cd /opt/pgrx/vendor

# The crates that only other systems compile (500 MB of Windows bindings) are emptied: cargo must find their manifests to
# resolve a lock file, and never reads more of them here.
for folder in windows* winapi* wasm-* wasi* web-sys* js-sys* objc2* core-foundation* security-framework* redox* r-efi* hermit*; do
  [ -d "$folder" ] || continue
  find "$folder" -type f ! -name Cargo.toml ! -name .cargo-checksum.json -delete
  mkdir -p "$folder/src"
  : > "$folder/src/lib.rs"
  sed -i 's/"files":{[^}]*}/"files":{}/' "$folder/.cargo-checksum.json"
done

# Tests, examples and their data (25 MB; the files stay, as a manifest may name them), and the kernel's interface on other
# machines (15 MB).
for folder in */tests */examples */benches linux-raw-sys-*/src/*/; do
  case $folder in
    *[*]*) continue ;;
    linux-raw-sys-*/src/x86_64/ | linux-raw-sys-*/src/aarch64/) continue ;;
  esac
  find "$folder" -type f -exec truncate --size 0 {} +
  sed -i 's/"files":{[^}]*}/"files":{}/' "${folder%%/*}/.cargo-checksum.json"
done
