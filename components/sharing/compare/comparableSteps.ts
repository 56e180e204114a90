import type { RunEvent, RunEventOf, StatementResult } from '../../../protocol/events/events.ts';
import { maskVolatile } from './maskVolatile.ts';

/** One thing that a run did, and all that can be said of it and has to be the same the next time. */
export interface RunStep {
  key: string;
  name: string;
  facts: Map<string, string>;
}

/** The fact whose lines are a result's rows. */
export const rowsFact = 'rows';

/**
 * What a run did, without what differs from run to run by chance. Left out are all times, what became of the container and
 * its extension before (created or recreated), the logs, and the order of the notices of one statement, since those of
 * parallel workers come as they come. Values that a query gives are kept to the letter, whatever they tell.
 */
export function comparableSteps(events: readonly RunEvent[]): RunStep[] {
  const steps: RunStep[] = [];
  let diagnostics: string[] = [];
  let notices: string[] = [];
  const add = (key: string, name: string, facts: [string, string | null | undefined][]) => {
    const told: typeof facts = [...facts, ['notices', notices.toSorted().join('\n')]];
    steps.push({ key, name, facts: new Map(told.flatMap(([what, text]) => (text ? [[what, text]] : []))) });
    notices = [];
  };
  for (const event of events)
    switch (event.type) {
      case 'diagnostic':
        diagnostics.push(diagnosticText(event));
        break;
      case 'notice':
        notices.push(noticeText(event));
        break;
      case 'notification':
        notices.push(maskVolatile(`NOTIFY ${event.channel}: ${event.payload}`));
        break;
      case 'build':
        add('build', 'Build', [
          ['outcome', event.ok ? 'built' : 'build failed'],
          ['diagnostics', diagnostics.toSorted().join('\n')],
        ]);
        diagnostics = [];
        break;
      case 'extension':
      case 'generated':
        add('extension', 'Extension', [
          ['name', event.type === 'extension' ? `${event.name} ${event.version}` : null],
          ['generated SQL', event.sql],
        ]);
        break;
      case 'statement':
        add(`statement ${event.index}`, `Statement ${event.index + 1}`, statementFacts(event));
        break;
      case 'sqlError':
        add(`statement ${event.index}`, nameOf(event.index), [
          ['statement', event.statement],
          ['error', errorText(event)],
        ]);
        break;
      case 'crash':
      case 'limit':
        add(`statement ${event.index ?? event.type}`, nameOf(event.index), [
          ['statement', event.statement],
          [event.type, event.type === 'crash' ? (event.signal ?? 'backend terminated') : event.what],
        ]);
        break;
      case 'done':
        add('end', 'End', [['outcome', event.outcome]]);
    }
  return steps;
}

/** A step that came more than once, such as a statement of psql that gave two results, is told apart by its turn. */
export function byTurn(steps: readonly RunStep[]): Map<string, RunStep> {
  const turns = new Map<string, number>();
  return new Map(
    steps.map((step) => {
      const turn = (turns.get(step.key) ?? 0) + 1;
      turns.set(step.key, turn);
      return [`${step.key}.${turn}`, step];
    }),
  );
}

const nameOf = (index = -1) => (index < 0 ? 'Extension' : `Statement ${index + 1}`);

function statementFacts(result: StatementResult): [string, string | null][] {
  const { sql, command, columns, rows, rowCount, text = '' } = result;
  const explains = columns.some(({ name }) => name === 'QUERY PLAN');
  const lines = rows.map((row) => JSON.stringify(row).slice(1, -1));
  return [
    ['statement', sql],
    ['command', command],
    ['columns', columns.map(({ name, type }) => `${name} ${type}`).join(', ')],
    [rowsFact, (explains ? lines.map(maskVolatile) : lines).join('\n')],
    ['number of rows', rowCount === null ? null : String(rowCount)],
    ['output', maskVolatile(text)],
  ];
}

function diagnosticText({ severity, code, message, file, line }: RunEventOf<'diagnostic'>): string {
  const place = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`;
  return `${severity}${code === null ? '' : `[${code}]`}: ${message}${place}`;
}

function noticeText({ severity, message, detail, hint }: RunEventOf<'notice'>): string {
  return maskVolatile([`${severity}: ${message}`, detail, hint].filter(Boolean).join('\n  '));
}

function errorText({
  severity,
  sqlstate,
  message,
  detail,
  hint,
  file,
  line,
}: RunEventOf<'sqlError'>): string {
  const place = file === null ? '' : `at ${file}${line === null ? '' : `:${line}`}`;
  return maskVolatile(
    [`${severity} ${sqlstate} ${message}`, detail, hint, place].filter(Boolean).join('\n  '),
  );
}
