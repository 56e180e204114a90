#!/bin/sh
# Makes pgrx ask for features that the crates of crates.txt, and pgrx-tests, ask of the crates they share with it.
#
# Cargo compiles a shared crate once, with all the features that anyone in the project asks for, and anew where another
# project asks for more; with it everything that depends on it, up to pgrx (a minute). With these features always on,
# adding a crate to a project compiles that crate at most. Only features that add to an interface are listed.
set -eu
vendor=/opt/pgrx/vendor

# append CRATE TEXT: TEXT becomes part of the vendored crate's manifest.
append() {
  printf '\n%s\n' "$2" >> "$1/Cargo.toml"
  sed -i 's/"files":{[^}]*}/"files":{}/' "$1/.cargo-checksum.json"
}

cd $vendor
pgrx=$(echo pgrx-[0-9]*)
sed -i '/^\[dependencies.serde\]/,/^$/ s/features = .*/features = ["derive", "alloc", "rc"]/' "$pgrx/Cargo.toml"
sed -i '/^\[dependencies.uuid\]/,/^$/ s/features = .*/features = ["v1", "v4", "v5", "v6", "v7", "v8", "serde"]/' "$pgrx/Cargo.toml"
sed -i 's/^\[dependencies.serde_json\]/&\nfeatures = ["unbounded_depth", "raw_value"]/' "$pgrx/Cargo.toml"
sed -i '/^\[dependencies.bitflags\]/,/^$/ s/^version = .*/&\nfeatures = ["std", "serde"]/' "$pgrx/Cargo.toml"
append "$pgrx" '[dependencies.serde_core]
version = "1"
[dependencies.getrandom]
version = "0.4"
features = ["std", "sys_rng"]
[dependencies.indexmap]
version = "2"
features = ["serde"]
[dependencies.memchr]
version = "2"
[dependencies.percent-encoding]
version = "2"'

# Build scripts and macros have features of their own, apart from the rest.
append "$(echo pgrx-macros-[0-9]*)" '[dependencies.serde_json]
version = "1"
features = ["unbounded_depth"]
[dependencies.syn-3]
package = "syn"
version = "3"
features = ["full", "visit-mut"]'
