import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { ExecFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { failedStart } from './failedStart.ts';
import { openExec } from './openExec.ts';
import { readAtMost } from './readAtMost.ts';

/** Where a container has no place for another exec, what ends one still has. */
const toolPlaces = 16;

/** More than any of the small tools that are run so has to say. */
const outputBytes = 16 * 1024;

/** A small tool of the image's, run to its end without a job of its own. `stdout` is cut at 16 KiB. */
export async function runTool(
  engine: DockerEngine,
  containerId: string,
  argv: readonly string[],
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<Result<{ code: number; stdout: string }, ExecFailure>> {
  const opened = await openExec(engine, containerId, { argv, cwd: '/', more: toolPlaces });
  if (!opened.ok) return opened;
  const exec = opened.value;
  exec.stdin.end();
  exec.output.stderr.resume();

  const limit = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  if (limit.aborted) exec.drop();
  limit.addEventListener('abort', exec.drop, { once: true });
  const stdout = await readAtMost(exec.output.stdout, outputBytes);
  const end = await exec.end;
  limit.removeEventListener('abort', exec.drop);

  if (signal?.aborted) return fail({ kind: 'cancelled', message: 'Cancelled.' });
  if (end.kind === 'exited') return ok({ code: end.code, stdout });
  if (end.kind === 'notStarted') return fail(await failedStart(engine, containerId, stdout));
  return fail({ kind: 'engine', message: `${argv[0]}: ${end.message}` });
}
