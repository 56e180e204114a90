import type { Diagnostic, RunEvent, RunEventOf } from '../../../protocol/events/events.ts';

/** What the results pane tells, in the order in which it happened. */
export type ResultEvent = Exclude<RunEvent, RunEventOf<'diagnostic' | 'phase' | 'running' | 'lessonCheck'>>;

/** What the compiler said of the run's files, in its order. */
export function diagnosticsOf(events: readonly RunEvent[]): Diagnostic[] {
  return events.filter((event) => event.type === 'diagnostic');
}

/** The events of the results pane: all but the build's own output, the phases, and a lesson's checks. */
export function resultsOf(events: readonly RunEvent[]): ResultEvent[] {
  return events.filter(
    (event): event is ResultEvent =>
      (event.type !== 'log' || event.stream === 'postgres') &&
      event.type !== 'diagnostic' &&
      event.type !== 'phase' &&
      event.type !== 'running' &&
      event.type !== 'lessonCheck',
  );
}

/** The errors that Postgres sent. */
export function sqlErrorsOf(events: readonly RunEvent[]): RunEventOf<'sqlError'>[] {
  return events.filter((event) => event.type === 'sqlError');
}

/** The crashes of backends, and the limits that were met. */
export function abnormalEndsOf(events: readonly RunEvent[]): RunEventOf<'crash' | 'limit'>[] {
  return events.filter((event) => event.type === 'crash' || event.type === 'limit');
}

/** Tests that failed at a known place, as the errors that they are. */
export function testErrorsOf(events: readonly RunEvent[]): RunEventOf<'sqlError'>[] {
  return events.flatMap((event) => {
    if (event.type !== 'testResult' || event.outcome !== 'failed' || event.file === null) return [];
    const { name, message, file, line, error } = event;
    return {
      type: 'sqlError',
      index: -1,
      statement: '',
      severity: error?.severity ?? 'ERROR',
      sqlstate: error?.sqlstate ?? '',
      message: `${name}: ${message ?? 'failed'}`,
      detail: null,
      hint: error?.hint ?? null,
      where: null,
      position: null,
      file,
      line,
    };
  });
}

/**
 * The build's output as one text with its ANSI colours: what cargo wrote and, in its place, each diagnostic as rustc
 * draws it. Postgres's own log is apart.
 */
export function buildLogOf(events: readonly RunEvent[]): string {
  let text = '';
  for (const event of events) {
    if (event.type === 'log' && event.stream !== 'postgres') text += event.text;
    else if (event.type === 'diagnostic') text += `${event.rendered.replace(/\n*$/, '')}\n\n`;
  }
  return text;
}

/** SQLSTATE config_file_error: Postgres did not start with the project's settings or its preloaded library. */
const didNotStart = 'F0000';

/** The log of a Postgres that did not start for the run, whose file was begun anew after that; else nothing. */
export function failedStartLogOf(events: readonly RunEvent[]): string {
  const failed = events.findIndex(
    (event) => event.type === 'sqlError' && event.index === -1 && event.sqlstate === didNotStart,
  );
  // To reset the database is all that such a run does, and it logs nothing else.
  const isReset = !events.some(({ type }) => type === 'build');
  const before = failed >= 0 ? events.slice(0, failed) : isReset ? events : [];
  return before
    .flatMap((event) => (event.type === 'log' && event.stream === 'postgres' ? [event.text] : []))
    .join('');
}
