import { randomBytes } from 'node:crypto';
import { constants } from 'node:os';
import { z } from 'zod';
import { limits as wire } from '../../../protocol/limits.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { clipText } from '../../base/clipText.ts';
import { letRun } from '../../base/contain.ts';
import { eachChunk } from '../../base/eachChunk.ts';
import { parseJson } from '../../base/parseJson.ts';
import type { RunContext, StepEnd } from '../../ports/runPorts.ts';
import type { SandboxPort } from '../../ports/sandboxPort.ts';
import type { PlainResult } from '../../ports/testPorts.ts';
import type { BuildLimits } from '../buildLimits.ts';
import { CargoMessages } from '../cargo/CargoMessages.ts';
import { DiagnosticSink } from '../cargo/DiagnosticSink.ts';
import { followLines } from '../cargo/followLines.ts';
import { LogText } from '../cargo/LogText.ts';
import { ProjectPlaces } from '../cargo/ProjectPlaces.ts';
import { buildEnvironment } from '../scripts/buildScript.ts';
import { plainVerdict } from './plainVerdict.ts';

/** One test may take so long; then it is killed. */
const testSeconds = 10;

/**
 * Makes the harness, then runs each test by it: `$1` is the word that marks what this script says, `$2` the features, `$3` the
 * crate's folder; then come the tests. The harness's own words are in what a test has printed.
 */
const script = `
mark=$1 features=$2 manifest=/work/project/$3Cargo.toml
shift 3
cargo test --manifest-path "$manifest" --lib --offline --no-run --no-default-features --features "$features" \\
  --message-format=json-diagnostic-rendered-ansi | tee /work/.harness
code=\${PIPESTATUS[0]}
printf '\\n{"playground":"%s","built":%d}\\n' "$mark" "$code"
[ "$code" = 0 ] || exit 0
harness=$(sed -n 's/^{"reason":"compiler-artifact".*"executable":"\\([^"]*\\)".*/\\1/p' /work/.harness | tail -n 1)
for name; do
  began=$(date +%s%N)
  timeout -s KILL ${testSeconds} "$harness" --exact "$name" --nocapture </dev/null 2>&1 | head -c ${wire.textLength}
  code=\${PIPESTATUS[0]}
  printf '\\n{"playground":"%s","code":%d,"ms":%d}\\n' "$mark" "$code" $((($(date +%s%N) - began) / 1000000))
done
`;

const marked = z.union([
  z.object({ playground: z.string(), built: z.int() }),
  z.object({ playground: z.string(), code: z.int(), ms: z.number().nonnegative() }),
]);

/** The script's own lines are flat and have three fields. */
const markBounds = { depth: 1, values: 10 };

export interface PlainTask {
  port: SandboxPort;
  context: RunContext;
  /** The whole project. */
  files: ProjectFiles;
  features: string;
  /** The crate's folder in the project. */
  folder: string;
  names: readonly string[];
  limits: BuildLimits;
  onResult(result: PlainResult): void;
}

/** Runs `#[test]`s by cargo's own harness. A harness that does not compile fails each of them. */
export async function plainTests(task: PlainTask): Promise<{ kind: 'ok' } | StepEnd> {
  const { port, context, files, features, folder, names, limits } = task;
  const { sandbox, emit, signal } = context;
  const mark = randomBytes(12).toString('hex');
  const argv = ['bash', '-c', script, 'bash', mark, features, folder, ...names];
  const env = { ...buildEnvironment, RUST_BACKTRACE: '0' };
  const started = await port.exec(sandbox, argv, { env, signal, leavesNothing: true });
  if (!started.ok) {
    const { kind, message } = started.error;
    return kind === 'cancelled' ? { kind } : { kind: 'lost', message };
  }
  const exec = started.value;
  exec.stdin.on('error', () => {});
  exec.stdin.end();
  using log = new LogText('stderr', emit);
  let left = limits.logBytes;
  const stderr = eachChunk(exec.stderr, (chunk) => {
    if (left > 0) log.take(chunk.subarray(0, left));
    left -= chunk.length;
  });
  const diagnostics = new DiagnosticSink(limits, emit);
  const compiling = new CargoMessages(new ProjectPlaces(files), mark, {
    // The build has told its warnings; an error is one under cfg(test).
    diagnostic: (one) => one.severity === 'error' && diagnostics.take(one),
    unread() {},
    other: (line) => log.add(`${line}\n`),
    ended() {},
  });
  let isBuilt = false;
  let at = 0;
  let printed = '';
  const take = (line: string) => {
    const said = readMark(line, mark);
    if (!said) {
      if (!isBuilt) compiling.take(line);
      else if (printed.length < wire.textLength) printed += `${line}\n`;
      return;
    }
    if ('built' in said) {
      isBuilt = true;
      if (said.built !== 0) for (const name of names) task.onResult(notCompiled(name));
    } else {
      const name = names[at++] ?? '';
      const verdict = plainVerdict(clipText(printed, wire.textLength), said, signalName);
      if (verdict) task.onResult({ name, ms: said.ms, ...verdict });
    }
    printed = '';
  };
  const kill = () => letRun('stream', exec.kill('KILL'));
  const read = Promise.all([stderr, followLines(exec.stdout, limits, take, kill)]);
  // What went wrong is thrown below.
  read.catch(kill);
  const patience = limits.buildMs + names.length * testSeconds * 1000;
  const timer = setTimeout(kill, patience);
  const exit = await exec.exit;
  clearTimeout(timer);
  await read;
  if (signal.aborted) return { kind: 'cancelled' };
  return exit.kind === 'lost' ? { kind: 'lost', message: exit.message } : { kind: 'ok' };
}

function notCompiled(name: string): PlainResult {
  const message = 'The test harness didn’t compile. See Problems.';
  return { name, outcome: 'failed', ms: 0, message, printed: '' };
}

function readMark(line: string, mark: string): z.infer<typeof marked> | null {
  if (!line.includes(mark)) return null;
  const read = parseJson(line, markBounds);
  const said = marked.safeParse(read.ok ? read.value : null);
  return said.success && said.data.playground === mark ? said.data : null;
}

function signalName(code: number): string | null {
  const found = Object.entries(constants.signals).find(([, value]) => value === code - 128);
  return found?.[0] ?? null;
}
