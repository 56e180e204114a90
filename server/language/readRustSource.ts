import { limits } from '../../protocol/limits.ts';
import type { Sandbox, SandboxPort } from '../ports/sandboxPort.ts';

/** Below these are the sources of crates and of the standard library, and nothing that a session can write. */
const sourcePath =
  /^\/(?:opt\/pgrx\/vendor|usr\/lib\/rustlib|usr\/src\/rustc[^/]*)\/(?:[^/\0]+\/)*[^/\0]+\.rs$/;

/** Links lead out of these folders as well as into them, so it is the place they lead to that counts. */
const script = `
path=$(readlink -e -- "$1") || exit 1
case $path in
  /opt/pgrx/vendor/*.rs | /usr/lib/rustlib/*.rs | /usr/src/rustc*/*.rs) ;;
  *) exit 1 ;;
esac
[ -f "$path" ] && exec head -c "$2" -- "$path"
exit 1
`;

export function isSourcePath(path: string): boolean {
  return sourcePath.test(path) && !path.split('/').includes('..');
}

/** The text of a source outside of the project; null where the path names none. */
export async function readRustSource(
  port: SandboxPort,
  sandbox: Sandbox,
  path: string,
  signal: AbortSignal,
): Promise<string | null> {
  if (!isSourcePath(path)) return null;
  const most = limits.sourceLength;
  const started = await port.exec(sandbox, ['sh', '-c', script, 'sh', path, String(most)], {
    cwd: '/',
    signal,
  });
  if (!started.ok) return null;
  const { stdin, stdout, stderr, exit } = started.value;
  stdin.on('error', () => {});
  stdin.end();
  stderr.resume();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of stdout) {
      bytes += piece.length;
      if (bytes <= most) pieces.push(piece);
    }
  } catch {
    return null;
  }
  const end = await exit;
  return end.kind === 'exited' && end.code === 0 ? Buffer.concat(pieces).toString('utf8') : null;
}
