import type { RunEvent, RunEventOf } from '../../../protocol/events/events.ts';

type Fields<T extends RunEvent['type']> = Partial<Omit<RunEventOf<T>, 'type'>>;

export const phase = (name: RunEventOf<'phase'>['phase'], position?: number): RunEvent => ({
  type: 'phase',
  phase: name,
  ...(position ? { position } : {}),
});

export const log = (text: string, stream: RunEventOf<'log'>['stream'] = 'stderr'): RunEvent => ({
  type: 'log',
  stream,
  text,
});

export const build = (ok: boolean, ms = 580): RunEvent => ({ type: 'build', ok, ms });

export const extension = (fields: Fields<'extension'> = {}): RunEvent => ({
  type: 'extension',
  action: 'created',
  name: 'my_extension',
  version: '0.0.0',
  sql: '-- src/lib.rs:6\n-- my_extension::hello_my_extension\nCREATE FUNCTION "hello_my_extension"() RETURNS TEXT;\n',
  ...fields,
});

export const statement = (fields: Fields<'statement'> = {}): RunEvent => ({
  type: 'statement',
  index: 0,
  sql: 'select hello_my_extension();',
  offset: 0,
  command: 'SELECT',
  rowCount: 1,
  columns: [{ name: 'hello_my_extension', type: 'text' }],
  rows: [['Hello, my_extension']],
  truncated: false,
  ms: 0.4,
  ...fields,
});

export const notice = (message: string, severity = 'NOTICE'): RunEvent => ({
  type: 'notice',
  severity,
  message,
  detail: null,
  hint: null,
  where: null,
});

export const diagnostic = (fields: Fields<'diagnostic'> = {}): RunEvent => ({
  type: 'diagnostic',
  severity: 'error',
  code: 'E0308',
  message: 'mismatched types',
  file: 'src/lib.rs',
  line: 7,
  column: 5,
  endLine: 7,
  endColumn: 26,
  rendered:
    '\u001b[1m\u001b[91merror[E0308]\u001b[0m\u001b[1m: mismatched types\u001b[0m\n \u001b[1m\u001b[94m--> \u001b[0msrc/lib.rs:7:5\n',
  suggestions: [],
  ...fields,
});

export const done = (outcome: RunEventOf<'done'>['outcome'], ms = 900, message?: string): RunEvent => ({
  type: 'done',
  outcome,
  ms,
  ...(message ? { message } : {}),
});
