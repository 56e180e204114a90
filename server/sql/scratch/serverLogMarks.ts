import pg from 'pg';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';

const keepBytes = 1024 * 1024;

/** Writes a line into the server's log, without the statement that does it. */
export function markStatement(mark: string, name: string): string {
  const text = pg.escapeLiteral(`BEGIN RAISE LOG '%', ${pg.escapeLiteral(`${mark} ${name}`)}; END`);
  return `SET log_error_verbosity = terse; SET log_min_error_statement = panic; DO ${text}; RESET log_error_verbosity; RESET log_min_error_statement`;
}

/** What the server's log has from each mark to the next, by the marks' names. */
export async function readMarkedLogs(
  { port, sandbox }: SqlEnvironment,
  mark: string,
): Promise<ReadonlyMap<string, string>> {
  const ended = await runToEnd(
    port,
    sandbox,
    ['sh', '-c', `cat /tmp/server.log.1 /tmp/server.log 2>/dev/null | tail -c ${keepBytes}`],
    { cwd: '/', keepBytes, timeoutMs: 3000 },
  );
  return ended.ok ? marked(ended.value.stdout, mark) : new Map();
}

/** An error is told by its fields elsewhere; a continued line begins with a tab. */
const errorLines = /^(?:ERROR|DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): {2}.*\n(?:\t.*\n)*/gm;

export function marked(log: string, mark: string): Map<string, string> {
  const pieces = log.split(new RegExp(`^LOG: {2}${mark} (.*)\\n`, 'm'));
  const found = new Map<string, string>();
  for (let at = 1; at < pieces.length; at += 2) {
    const text = (pieces[at + 1] ?? '').replace(errorLines, '').trim();
    if (text !== '') found.set(pieces[at] ?? '', clipText(text, limits.textLength));
  }
  return found;
}
