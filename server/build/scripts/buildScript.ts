import type { ProjectFiles } from '../../../protocol/project.ts';
import type { Crate } from '../project/Crate.ts';
import { controlFile } from '../project/completeProject.ts';
import type { Manifest } from '../project/manifest.ts';

/** The first of the install scripts, the newest first, that is no longer kept: with the one to come there are eight. */
const keptVersions = 8;
/** What shall be left of the folder's space beside the library, in KiB. */
const spareKb = 2048;

/**
 * Unpacks a project from stdin, compiles it, and says how that ended. `$1` is the word that marks the line of the end, `$2`
 * the library's path, `$3` the features, `$4` the extension's name, `$5` whether sources may be compiled without cargo, `$6`
 * more flags for rustc, `$7` the folder of the crate in the project, which is empty or ends with a slash.
 *
 * A file whose content is the same keeps its time, and any other gets the time of now: cargo goes by times. Whatever
 * code of earlier runs has left in the project's folder makes way. Cargo.lock is cargo's own to change, unless the
 * project brings one. Libraries of a name that the project had before would fill the disk: 15 MB each.
 *
 * What belongs to older versions of the same extension stays, so that a database can be taken from one to the next, as
 * long as it is not much: the folder is small. Its upgrade scripts are those of the project and no others.
 *
 * Cargo takes 0.25 s to find that only the library is to be compiled. So `rustc-record` (docker/bin) writes down the
 * command that it then gives, and while nothing but sources in `src/` changes, that command is given again. Where nothing
 * has changed at all, what the compiler said before is said again. Other features or flags make another command, and a
 * library under the same name: cargo would take one for the other.
 *
 * Each program that is started costs a millisecond or two, so what the shell can do itself is left to it.
 */
export const compileScript = `
fresh=/work/.fresh
[ ! -e $fresh ] && [ ! -L $fresh ] || rm -rf $fresh
mkdir $fresh && tar -xmf - -C $fresh || exit 70
[ -d /work/project ] && [ ! -L /work/project ] || { rm -rf /work/project /work/.made; mkdir /work/project; }
cd /work/project || exit 70
lock=
[ ! -e $fresh/Cargo.lock ] || lock=own
/opt/pgrx/bin/place-project $fresh /work/project /work/.made || exit 70
if [ "$lock" ]; then : > /work/.own-lock
elif [ -e /work/.own-lock ] || [ ! -f Cargo.lock ]; then
  cp /opt/pgrx/starter/Cargo.lock . ; rm -rf /work/.own-lock /work/.made
fi
mark=$1 library=$2 features=$3 name=$4 alone=$5 flags=$6 manifest=/work/project/$7Cargo.toml
[ "$alone" = yes ] || rm -rf /work/.made
made="/work/.made/$features\${flags:+ $flags}"
[ -d "$made" ] || mkdir -p "$made" || exit 70
if [ -f "$made/messages" ] && [ -f "$library" ] && [ ! "$library" -nt "$made/messages" ]; then
  cat "$made/messages"
  code=0
else
  [ ! -e "$made/messages" ] || rm -f "$made/messages"
  : > "$made/code"
  {
    if [ -s "$made/command" ]; then
      printf '\\033[1m\\033[92m   Compiling\\033[0m %s (only its sources have changed)\\n' "$name" >&2
      bash "$made/command" 2>&1 && ln -f "/work/target/debug/deps/\${library##*/}" "$library"
    else
      last=
      [ ! -f /work/.made-last ] || IFS= read -r last < /work/.made-last
      [ "$last" = "$made" ] || rm -f "$library" "/work/target/debug/deps/\${library##*/}"
      RECORD_RUSTC="$made/command" cargo rustc --lib --offline --manifest-path "$manifest" \\
        --no-default-features --features "$features" --message-format=json-diagnostic-rendered-ansi \\
        -- -Clink-arg=-Wl,--no-gc-sections $flags
    fi
    echo $? > "$made/code"
  } | tee "$made/said"
  printf %s "$made" > /work/.made-last
  # Nothing is in it where the disk is full.
  code=
  read -r code < "$made/code"
  code=\${code:-70}
  if [ "$code" = 0 ]; then mv "$made/said" "$made/messages" && touch "$made/messages"; fi
fi
printf '\\n{"playground":"%s","code":%d}\\n' "$mark" "$code"
[ "$code" = 0 ] || exit 0
`;

/** One exec does it all, since each costs 45 ms: compiles as above, and installs what was compiled. */
export const buildScript = `${compileScript}
any() { [ -e "$1" ]; }
# What belongs to another library or extension, and what an install that was killed has left.
for old in /work/target/debug/lib*.so /work/target/debug/deps/lib*.so /install/*/* /install/*/.*.new; do
  [ -f "$old" ] && [ ! -L "$old" ] || continue
  case $old in
    /work/*/"\${library##*/}" | /install/*/"$name".* | /install/*/"$name"-*) ;;
    *) rm -f "$old" ;;
  esac
done
set -- "/install/extension/$name"--*.sql
# Mostly there is nothing but the one script of the last build, and each program that looks for more takes milliseconds.
if [ $# -gt 1 ] || any "/install/extension/$name"--*--*.sql || any "/install/lib/$name"-*.so; then
  find /install -type f -name "$name--*--*.sql" -delete
  find /install -type f -name "$name--*.sql" -printf '%T@ %p\\n' | sort -rn | tail -n +${keptVersions} | cut -d' ' -f2- | tr '\\n' '\\0' | xargs -0r rm -f
  need=$(( $(stat -c %s "$library") / 1024 + ${spareKb} ))
  find /install -type f -name "$name-*.so" -printf '%T@ %p\\n' | sort -n | cut -d' ' -f2- | while IFS= read -r old; do
    [ "$(df -k --output=avail /install | tail -n 1)" -lt "$need" ] || break
    rm -f "$old"
  done
fi
exec /opt/pgrx/bin/install-extension --so "$library" --manifest "$manifest"
`;

/** Cargo's progress in colour, without its bar, which is for terminals. */
export const buildEnvironment = { CARGO_TERM_COLOR: 'always', CARGO_TERM_PROGRESS_WHEN: 'never' };

/** Where cargo puts the library. */
export function libraryPath({ libName }: Manifest): string {
  return `/work/target/debug/lib${libName}.so`;
}

/** What the extension is called: as its control file. */
export function extensionName(files: ProjectFiles, { folder, manifest }: Crate): string {
  return controlFile(files, folder)?.slice(folder.length, -'.control'.length) ?? manifest.name;
}

/**
 * The features that cargo pgrx would compile with: that of the major, the project's default ones but for majors, and
 * those that are asked for beside them.
 */
export function buildFeatures({ features }: Manifest, postgres: number, more: readonly string[]): string {
  const others = (features.default ?? []).filter((feature) => !/^pg\d+$/.test(feature));
  return [...new Set([`pg${postgres}`, ...others, ...more])].join(' ');
}

/** Whether sources can be compiled without cargo: there is nothing else in the project that it would have to look at. */
export function compilesAlone(files: ProjectFiles, { buildScript: build, dependencies }: Manifest): boolean {
  const manifests = Object.keys(files).filter((path) => /(^|\/)Cargo\.toml$/.test(path));
  return (
    manifests.length === 1 &&
    !build &&
    !('build.rs' in files) &&
    dependencies.every(({ source }) => source !== 'path')
  );
}

/**
 * Whether compiling a project runs code of the project's: build scripts, macros in crates of its own, and what cargo's own
 * settings name.
 */
export function compilingRunsCode(files: ProjectFiles, manifest: Manifest): boolean {
  return !compilesAlone(files, manifest) || Object.keys(files).some((path) => path.startsWith('.cargo/'));
}
