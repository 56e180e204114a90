import { ok, type Result } from '../../../protocol/result.ts';
import type { ExecFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { runTool } from '../exec/runTool.ts';

/**
 * Looks for what the job `$1` has left running, and ends it where there is something: what is in its session or group, and
 * what was left to process 1 since it began (all that the container's own start began is in process 1's session). Ending it
 * takes along what others had left to process 1 before, such as the Postgres of a `cargo pgrx run` in the shell: so it is
 * not done without need. A name of a process can have a line's end in it, and hides what follows: then fields are missing.
 */
const script = `
job=$1
IFS=' ' read -r leader since < "/tmp/jobs/$job" || exit 3
first=
for stat in /proc/1/stat /proc/[0-9]*/stat; do
  line=
  { IFS= read -r line < "$stat"; } 2> /dev/null
  [ "$line" ] || continue
  set -f
  set -- \${line##*) }
  if [ $# -ge 20 ]; then
    : "\${first:=$4}"
    case $1 in [ZX]) continue ;; esac
    [ "\${20}" -ge "$since" ] || continue
    [ "$3" = "$leader" ] || [ "$4" = "$leader" ] || { [ "$2" = 1 ] && [ "$4" != "$first" ]; } || continue
  fi
  exec /opt/pgrx/bin/job-kill "$job" KILL
done
exit 0
`;

export const leftoversArgv = (job: string): string[] => ['sh', '-c', script, 'sh', job];

/** Where processes without number were left, the one that ends them is refused its own. */
const tries = 10;
const tryTimeoutMs = 10_000;

/**
 * Ends what a job that is over has left running. `look` runs the command above, and tells its exit code; false where it
 * is not sure that nothing is left.
 */
export async function endLeftovers(
  engine: DockerEngine,
  containerId: string,
  job: string,
  look: (argv: string[]) => Promise<Result<number, ExecFailure>>,
): Promise<boolean> {
  let looked = await look(leftoversArgv(job));
  for (let attempt = 1; attempt < tries; attempt++) {
    if (looked.ok || looked.error.kind !== 'processes') break;
    const argv = ['/opt/pgrx/bin/job-kill', job, 'KILL'];
    const killed = await runTool(engine, containerId, argv, { timeoutMs: tryTimeoutMs });
    looked = killed.ok ? ok(killed.value.code) : killed;
  }
  return looked.ok && looked.value === 0;
}
