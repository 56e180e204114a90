import { createHash } from 'node:crypto';
import type { ScriptJob } from '../cargo/scriptJob.ts';
import { buildFeatures, compilesAlone } from './buildScript.ts';
import { atLeastPriority } from './leastPriority.ts';

/**
 * Unpacks the project from stdin into a folder that only checks use, compiles it as far as types go, and says how that
 * ended. `$1` is the word that marks the line of the end, `$2` the tool (check or clippy), `$3` the features, `$4` whether
 * sources may be checked without cargo, `$5` what stands for all files but the sources, `$6` the folder of the crate.
 *
 * A folder of their own, since a build goes by the times of the project's files and by what was noted of the last one:
 * whatever a check does, and wherever in it it is killed, a run neither sees it nor waits for it. Cargo takes another
 * folder for another crate, so that what it compiles has other names in the target folder as well; the dependencies are
 * shared. As in a build, the command that cargo gives is noted and given again while only sources change: 0.2 s, not 0.45.
 */
const checkScript = `
mark=$1 tool=$2 features=$3 alone=$4 others=$5 folder=$6
mkdir -p /work/check && cd /work/check || exit 70
rm -rf fresh && mkdir fresh && tar -xmf - -C fresh || exit 70
if [ "$(cat others 2> /dev/null)" != "$others" ]; then
  rm -rf commands others
  lock=/opt/pgrx/starter/Cargo.lock
else lock=project/Cargo.lock; fi
[ -e fresh/Cargo.lock ] || cp -p "$lock" fresh/ || cp /opt/pgrx/starter/Cargo.lock fresh/ || exit 70
# Cargo would run a build script again for a file that has only been written again.
[ "$alone" = yes ] || (cd fresh && find . -type f -exec sh -c '
  for path; do cmp -s "$path" "../project/$path" && touch -r "../project/$path" "$path"; done' sh {} +)
rm -rf project && mv fresh project && mkdir -p commands && printf '%s' "$others" > others || exit 70
cd project || exit 70
command=/work/check/commands/$tool
if [ "$alone" = yes ] && [ -s "$command" ]; then
  bash "$command" 2>&1
else
  RECORD_RUSTC="$command" cargo "$tool" --lib --offline --manifest-path "/work/check/project/\${folder}Cargo.toml" \\
    --no-default-features --features "$features" --message-format=json-diagnostic-rendered-ansi
fi
printf '\\n{"playground":"%s","code":%d}\\n' "$mark" $?
`;

/** The command that checks a project. */
export function checkArgv(
  { files, crate, context }: Pick<ScriptJob, 'files' | 'crate' | 'context'>,
  tool: 'check' | 'clippy',
  mark: string,
): string[] {
  const { manifest, folder } = crate;
  const features = buildFeatures(manifest, context.sandbox.postgres, []);
  const alone = compilesAlone(files, manifest) ? 'yes' : 'no';
  const others = Object.entries(files)
    .filter(([path]) => !(path.startsWith('src/') && path.endsWith('.rs')))
    .toSorted();
  const hash = createHash('sha256')
    .update(JSON.stringify([features, others]))
    .digest('hex');
  return [...atLeastPriority, 'sh', '-c', checkScript, 'sh', mark, tool, features, alone, hash, folder];
}
