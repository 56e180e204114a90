import type { ProjectFiles } from '../../protocol/project.ts';
import { isControlFile } from './completeProject.ts';
import type { Manifest } from './manifest.ts';

/**
 * One exec does it all, since each costs 45 ms: unpacks the project from stdin, compiles it, says how that ended, and
 * installs what was compiled. `$1` is the word that marks the line of the end, `$2` the library's path, `$3` the
 * features, `$4` the extension's name; then come the project's paths, folders with a slash behind them and before what is
 * in them.
 *
 * A file whose content is the same keeps its time, and any other gets the time of now: cargo goes by times. Whatever
 * code of earlier runs has left in the project's folder makes way. Cargo.lock is cargo's own to change, unless the
 * project brings one. Libraries of a name that the project had before would fill the disk: 30 MB each.
 */
export const buildScript = `
fresh=/work/.fresh
rm -rf $fresh && mkdir $fresh && tar -xmf - -C $fresh || exit 70
[ -d /work/project ] && [ ! -L /work/project ] || { rm -rf /work/project; mkdir /work/project; }
cd /work/project || exit 70
find . -mindepth 1 ! -path ./Cargo.lock -exec sh -c '
  for path; do [ -e "/work/.fresh/$path" ] || [ ! -e "$path" ] && [ ! -L "$path" ] || rm -rf "$path"; done' sh {} +
if [ ! -e $fresh/Cargo.lock ]; then
  if [ -e /work/.own-lock ] || [ ! -f Cargo.lock ]; then cp /opt/pgrx/starter/Cargo.lock . ; rm -f /work/.own-lock; fi
else : > /work/.own-lock; fi
mark=$1 library=$2 features=$3 name=$4
shift 4
for path; do
  case $path in
    */) path=\${path%/}; [ -d "$path" ] && [ ! -L "$path" ] || { rm -rf "$path"; mkdir "$path"; } ;;
    *) [ -f "$path" ] && [ ! -L "$path" ] && cmp -s "$fresh/$path" "$path" && continue
      rm -rf "$path"; mv "$fresh/$path" "$path" || exit 70 ;;
  esac
done
cargo rustc --lib --offline --manifest-path /work/project/Cargo.toml --no-default-features --features "$features" \\
  --message-format=json-diagnostic-rendered-ansi -- -Clink-arg=-Wl,--no-gc-sections
code=$?
printf '\\n{"playground":"%s","code":%d}\\n' "$mark" "$code"
[ "$code" = 0 ] || exit 0
find /work/target/debug /work/target/debug/deps -maxdepth 1 -type f -name 'lib*.so' ! -name "\${library##*/}" -delete
find /install -type f ! -name "$name.*" ! -name "$name-*" -delete
exec /opt/pgrx/bin/install-extension --so "$library" --manifest /work/project/Cargo.toml
`;

/** Cargo's progress in colour, without its bar, which is for terminals. */
export const buildEnvironment = { CARGO_TERM_COLOR: 'always', CARGO_TERM_PROGRESS_WHEN: 'never' };

/** Where cargo puts the library. */
export function libraryPath({ libName }: Manifest): string {
  return `/work/target/debug/lib${libName}.so`;
}

/** What the extension is called: as its control file, of which cargo pgrx takes the first. */
export function extensionName(files: ProjectFiles, { name }: Manifest): string {
  const control = Object.keys(files).filter(isControlFile).toSorted()[0];
  return control?.slice(0, -'.control'.length) ?? name;
}

/** The features that cargo pgrx would compile with: that of the major, and the project's default ones but for majors. */
export function buildFeatures({ features }: Manifest, postgres: number): string {
  const others = (features.default ?? []).filter((feature) => !/^pg\d+$/.test(feature));
  return [`pg${postgres}`, ...others].join(' ');
}
