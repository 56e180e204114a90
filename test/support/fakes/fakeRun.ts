import { setTimeout as sleep } from 'node:timers/promises';
import type { Diagnostic, StatementResult } from '../../../protocol/events/events.ts';
import { ok } from '../../../protocol/result.ts';
import type {
  BuildPort,
  ConnectionListener,
  Installed,
  OpenConnection,
  RunContext,
  SqlPort,
  StepEnd,
} from '../../../server/ports/runPorts.ts';
import { installedCrate } from '../installedCrate.ts';
import { sqlError } from '../sqlError.ts';

/**
 * Plays build and SQL, so that the page and the sessions can be worked on without containers. What is in the texts
 * decides what happens: a `src/lib.rs` with `compile_error!` fails to build, `warning` gives a warning, `slow build`
 * takes 20 s; each line of SQL is a statement, and `div(`, `crash`, `loop`, `flood`, `many`, `wide`, `notice`, `null`,
 * `\d`, `slow` choose its answer.
 */
export const fakeBuild: BuildPort = {
  async build({ emit, signal }, files) {
    const source = files['src/lib.rs'] ?? '';
    emit({ type: 'phase', phase: 'building' });
    const line = (text: string) => emit({ type: 'log', stream: 'stderr', text });
    line('\u001b[1m\u001b[92m   Compiling\u001b[0m my_extension v0.0.0 (/work/project)\n');
    if (!(await pause(source.includes('slow build') ? 20_000 : 350, signal))) return { kind: 'cancelled' };
    for (const [at, text] of source.split('\n').entries()) {
      if (text.includes('warning')) emit(diagnostic('warning', at + 1, text));
      if (text.includes('compile_error!')) {
        emit(diagnostic('error', at + 1, text));
        line(
          '\u001b[1m\u001b[91merror\u001b[0m: could not compile `my_extension` (lib) due to 1 previous error\n',
        );
        emit({ type: 'build', ok: false, ms: 350 });
        return { kind: 'failed' };
      }
    }
    line('\u001b[1m\u001b[92m    Finished\u001b[0m `dev` profile [unoptimized] target(s) in 0.35s\n');
    emit({ type: 'build', ok: true, ms: 350 });
    emit({ type: 'phase', phase: 'installing' });
    if (!(await pause(60, signal))) return { kind: 'cancelled' };
    return { kind: 'installed', installed };
  },
};

const installed: Installed = {
  ...installedCrate,
  sql: "/* <begin connected objects> */\n-- src/lib.rs:5\n-- my_extension::hello_my_extension\nCREATE  FUNCTION \"hello_my_extension\"() RETURNS TEXT\nSTRICT\nLANGUAGE c /* Rust */\nAS 'MODULE_PATHNAME', 'hello_my_extension_wrapper';\n/* </end connected objects> */\n",
};

function diagnostic(severity: 'error' | 'warning', line: number, text: string): Diagnostic {
  const column = text.search(/\S/) + 1;
  const message = severity === 'error' ? 'this was asked to fail' : 'unused variable: `warning`';
  const place = { file: 'src/lib.rs', line, column, endLine: line, endColumn: text.length + 1 };
  return {
    type: 'diagnostic',
    severity,
    code: severity === 'error' ? null : 'unused_variables',
    message,
    ...place,
    rendered: `\u001b[1m${severity}\u001b[0m: ${message}\n \u001b[94m-->\u001b[0m src/lib.rs:${line}:${column}\n  |\n${line} | ${text}\n  |   ^^^\n`,
    suggestions: [
      {
        message: 'remove this line',
        applicability: 'MaybeIncorrect',
        edits: [{ ...place, column: 1, replacement: '' }],
      },
    ],
  };
}

export const fakeSql: SqlPort = {
  async reset({ emit }, state) {
    emit({ type: 'phase', phase: 'running' });
    state.created = null;
    return { kind: 'ok' };
  },
  async restart({ emit }) {
    emit({ type: 'phase', phase: 'running' });
    return { kind: 'ok' };
  },
  connect: (_sandbox, _state, listener) => fakeConnection(listener),
  open(context, state) {
    return {
      async execute(extension, script) {
        const { emit, signal } = context;
        emit({ type: 'phase', phase: 'running' });
        if (!(await pause(60, signal))) return { kind: 'cancelled' };
        const action = state.created ? 'recreated' : 'created';
        state.created = { name: extension.name, version: extension.version, sql: extension.sql };
        emit({
          type: 'extension',
          action,
          name: extension.name,
          version: extension.version,
          sql: extension.sql,
        });
        return runLines(context, script);
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};

/** A connection that answers as runs do. */
function fakeConnection({ onClosed }: ConnectionListener): OpenConnection {
  return {
    pid: 4711,
    transaction: 'none',
    open: async () => ok(undefined),
    execute: (script, { emit, signal }) =>
      runLines({ emit, signal, sandbox: { id: '', postgres: 17, labels: {} } }, script),
    look: async () => ({ libraries: [{ file: 'my_extension.so', replaced: false }], waitsFor: [] }),
    async [Symbol.asyncDispose]() {
      onClosed();
    },
  };
}

async function runLines(context: RunContext, script: string): Promise<{ kind: 'ok' } | StepEnd> {
  let end: { kind: 'ok' } | StepEnd = { kind: 'ok' };
  let index = 0;
  for (const { 0: sql, index: offset } of script.matchAll(/\S.*/g)) {
    if (sql.startsWith('--')) continue;
    const next = await runLine(context, { sql: sql.trimEnd(), index, offset });
    if (next.kind !== 'ok') end = next;
    if (next.kind === 'cancelled' || next.kind === 'limited') return next;
    index += 1;
  }
  return end;
}

type Line = Pick<StatementResult, 'sql' | 'index'> & { offset: number };

async function runLine({ emit, signal }: RunContext, line: Line): Promise<{ kind: 'ok' } | StepEnd> {
  const says = (word: string) => line.sql.includes(word);
  if (says('slow') && !(await pause(5_000, signal))) return { kind: 'cancelled' };
  if (says('loop')) {
    if (!(await pause(10_000, signal))) return { kind: 'cancelled' };
    const message =
      'The statement took over 10 s and was stopped. Call check_for_interrupts!() in long loops.';
    emit({ type: 'limit', what: 'time', message });
    return { kind: 'limited', what: 'time' };
  }
  if (says('flood')) {
    for (let n = 0; n < 2_000 && !signal.aborted; n += 1)
      emit({ type: 'log', stream: 'stdout', text: 'x'.repeat(4096) });
    return { kind: 'cancelled' };
  }
  if (says('crash')) {
    const message =
      'Your function killed its Postgres backend (SIGSEGV). Postgres restarted in 0.4 s; every open connection was cut and its transaction lost.';
    emit({ type: 'crash', signal: 'SIGSEGV', message, index: line.index });
    return { kind: 'crashed' };
  }
  if (says('div(')) {
    emit(divisionByZero(line));
    return { kind: 'failed' };
  }
  if (says('notice'))
    emit({
      type: 'notice',
      severity: 'NOTICE',
      message: 'hello from Rust',
      detail: null,
      hint: null,
      where: null,
    });
  emit(result(line, says));
  return { kind: 'ok' };
}

const divisionByZero = (line: Line) =>
  sqlError({
    ...line,
    statement: line.sql,
    sqlstate: 'XX000',
    message: 'attempt to divide by zero',
    detail:
      '   0: my_extension::div\n             at /work/project/src/lib.rs:12:5\n   1: my_extension::div_wrapper',
    where: 'PL/pgSQL function inline_code_block line 1 at PERFORM',
    position: Math.max(1, line.sql.indexOf('div(') + 1),
    file: 'src/lib.rs',
    line: 12,
    ms: 0.7,
  });

function result(line: Line, says: (word: string) => boolean): StatementResult {
  const base = { type: 'statement' as const, ...line, truncated: false, ms: 0.4 };
  if (line.sql.startsWith('\\')) {
    const text =
      '                 List of installed extensions\n     Name     | Version\n--------------+---------\n my_extension | 0.0.0\n(1 row)\n';
    return { ...base, command: line.sql, rowCount: null, columns: [], rows: [], text };
  }
  if (says('create')) return { ...base, command: 'CREATE TABLE', rowCount: null, columns: [], rows: [] };
  const width = says('wide') ? 60 : 3;
  const height = says('many') ? 1_000 : says('null') ? 3 : 1;
  const columns = Array.from({ length: width }, (_, at) => ({
    name: at === 0 ? 'hello_my_extension' : `column_${at}`,
    type: at === 1 ? 'integer' : 'text',
  }));
  const rows = Array.from({ length: height }, (_, row) =>
    columns.map((_, at) =>
      says('null') && row === 1 ? null : at === 1 ? String(row * 7) : row === 2 ? '' : `Hello, ${row}`,
    ),
  );
  const rowCount = says('many') ? 250_000 : height;
  return { ...base, command: 'SELECT', rowCount, columns, rows, truncated: says('many') };
}

/** False where it was aborted. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
