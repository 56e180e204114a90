import type { LoadedLibrary } from '../../../protocol/messages/connectionMessages.ts';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';

export interface BackendLook {
  libraries: LoadedLibrary[];
  waitsFor: number[];
}

/**
 * The kernel's list of what the process has mapped tells which libraries it has, and whether the file is still the one at
 * its place. Then the backends whose locks it waits for, asked over a connection of its own.
 */
const script = `
grep -o '/install/lib/.*' "/proc/$1/maps" 2>/dev/null | sort -u | head -n 40
echo --
psql -XAtq -c "SELECT unnest(pg_blocking_pids($1))" 2>/dev/null | head -n 20
`;

const lookMs = 3_000;

/** What a backend has loaded and waits for; nothing of it where it cannot be found out. */
export async function inspectBackend(
  { port, sandbox, signal }: SqlEnvironment,
  pid: number,
): Promise<BackendLook> {
  const looked = await runToEnd(port, sandbox, ['sh', '-c', script, 'sh', String(pid)], {
    cwd: '/',
    env: { PGHOST: '/tmp', PGUSER: 'postgres', PGDATABASE: 'playground' },
    keepBytes: 16 * 1024,
    timeoutMs: lookMs,
    signal,
  });
  return looked.ok ? readLook(looked.value.stdout) : { libraries: [], waitsFor: [] };
}

/** What the script has printed, of which nothing is believed that does not look like it. */
export function readLook(printed: string): BackendLook {
  const [maps = '', pids = ''] = printed.split('--\n', 2);
  const libraries = maps.split('\n').flatMap((line) => {
    const [, file, deleted] = /^\/install\/lib\/([^/]{1,255}?)( \(deleted\))?$/.exec(line) ?? [];
    return file ? [{ file, replaced: deleted !== undefined }] : [];
  });
  const waitsFor = pids.split('\n').flatMap((line) => (/^\d{1,9}$/.test(line) ? Number(line) : []));
  return { libraries: libraries.slice(0, 20), waitsFor: [...new Set(waitsFor)].slice(0, 20) };
}
