import { randomBytes } from 'node:crypto';
import { limits as wire } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import { commandEnd } from '../../ports/commandEnd.ts';
import type { Emit, StepEnd } from '../../ports/runPorts.ts';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { RegressVerdict } from '../../ports/testPorts.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';

/**
 * As cargo pgrx calls it, but on a copy of the project's files, in which a file that nothing is expected of yet is
 * expected to print nothing: without an expected file pg_regress gives up. `$1` marks what comes of a file, `$2` is the
 * database.
 */
const script = `
mark=$1 database=$2
shift 2
rm -rf /work/.regress && mkdir -p /work/.regress/expected && cp -r /work/project/tests/pg_regress/. /work/.regress/ || exit 70
cd /work/.regress
for name; do [ -e "expected/$name.out" ] || : > "expected/$name.out"; done
PGOPTIONS='-c client_min_messages=warning' "$(pg_config --pkglibdir)/pgxs/src/test/regress/pg_regress" \\
  --inputdir=. --outputdir=. --use-existing --dbname="$database" --host=/tmp --user=postgres \\
  --bindir="$(pg_config --bindir)" "$@" 2>&1
for name; do
  printf '\\n%s %s\\n' "$mark" "$name"
  head -c ${wire.regressOutput + 1} "results/$name.out" 2>/dev/null
done
`;

/** Runs these files, one after the other, by the server's own pg_regress. */
export async function runPgRegress(
  { port, sandbox, limits, signal, database = '' }: SqlEnvironment,
  emit: Emit,
  names: readonly string[],
): Promise<{ kind: 'ok'; verdicts: RegressVerdict[] } | StepEnd> {
  const mark = randomBytes(12).toString('hex');
  const ended = await runToEnd(port, sandbox, ['sh', '-c', script, 'sh', mark, database, ...names], {
    env: { TERM: 'dumb' },
    keepBytes: wire.runBytes,
    timeoutMs: limits.scriptMs,
    signal,
    leavesNothing: true,
  });
  if (ended.ok) return { kind: 'ok', verdicts: verdicts(ended.value.stdout, mark, names) };
  const tooLong = `The regression tests took over ${limits.scriptMs / 1000} s in total and were stopped.`;
  return commandEnd(ended.error, emit, tooLong);
}

/** A line for each of at most `limits.tests` files, and some words around them. */
const reportLength = 256 * 1024;

/** Before 16: `test setup ... ok 12 ms`; since then as TAP: `ok 1 - setup 12 ms`. */
const told = /^(?:test (\S+)\s+\.\.\. (ok|FAILED)|(ok|not ok) \d+\s+[-+] (\S+))(?:.*?\s(\d+) ms)?/gm;

export function verdicts(printed: string, mark: string, names: readonly string[]): RegressVerdict[] {
  const [report = '', ...pieces] = printed.split(`\n${mark} `, names.length + 1);
  const lines = report.slice(0, reportLength).matchAll(told);
  const said = new Map([...lines].map((line) => [line[1] ?? line[4] ?? '', line]));
  const outputs = new Map(
    pieces.map((piece) => {
      const end = piece.indexOf('\n');
      return [piece.slice(0, end), piece.slice(end + 1)];
    }),
  );
  return names.map((name) => {
    const line = said.get(name);
    const output = outputs.get(name) ?? '';
    return {
      name,
      ok: line?.[2] === 'ok' || line?.[3] === 'ok',
      ms: line?.[5] === undefined ? null : Number(line[5]),
      output: clipText(output, wire.regressOutput),
      truncated: output.length > wire.regressOutput,
    };
  });
}
