import { fail, ok, type Result } from '../../protocol/result.ts';
import type { ImageLocks } from '../ports/imageLocks.ts';
import { runToEnd } from '../ports/runToEnd.ts';
import type { Sandbox, SandboxPort } from '../ports/sandboxPort.ts';

/** Both files have 60 to 80 KB. */
const keepBytes = 512 * 1024;

const script = 'cat /opt/pgrx/starter/Cargo.lock && printf "\\0" && cat /opt/pgrx/catalogue/Cargo.lock';

/** Asks a container for its image’s lock files: of another pgrx, nothing outside of the image knows them. */
export async function readLocks(port: SandboxPort, sandbox: Sandbox): Promise<Result<ImageLocks, string>> {
  const asked = await runToEnd(port, sandbox, ['sh', '-c', script], {
    cwd: '/',
    keepBytes,
    timeoutMs: 20_000,
  });
  if (!asked.ok) return fail(`Reading the lock files of the session image failed: ${asked.error.message}`);
  const [lock = '', crates = ''] = asked.value.stdout.split('\0');
  return ok({ lock, crates });
}
