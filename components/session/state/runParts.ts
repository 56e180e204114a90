import type { Diagnostic, RunEvent, RunEventOf } from '../../../protocol/events/events.ts';

/** What the results pane tells, in the order in which it happened. */
export type ResultEvent = Exclude<RunEvent, RunEventOf<'log' | 'diagnostic' | 'phase' | 'lessonCheck'>>;

/** What the compiler said of the run's files, in its order. */
export function diagnosticsOf(events: readonly RunEvent[]): Diagnostic[] {
  return events.filter((event) => event.type === 'diagnostic');
}

/** The events of the results pane: all but the build's own output, the phases, and a lesson's checks. */
export function resultsOf(events: readonly RunEvent[]): ResultEvent[] {
  return events.filter(
    (event) =>
      event.type !== 'log' &&
      event.type !== 'diagnostic' &&
      event.type !== 'phase' &&
      event.type !== 'lessonCheck',
  );
}

/** The errors that Postgres sent. */
export function sqlErrorsOf(events: readonly RunEvent[]): RunEventOf<'sqlError'>[] {
  return events.filter((event) => event.type === 'sqlError');
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
 * draws it. Postgres's own log is apart: `serverLogOf`.
 */
export function buildLogOf(events: readonly RunEvent[]): string {
  let text = '';
  for (const event of events) {
    if (event.type === 'log' && event.stream !== 'postgres') text += event.text;
    else if (event.type === 'diagnostic') text += `${event.rendered.replace(/\n*$/, '')}\n\n`;
  }
  return text;
}

/** What Postgres wrote into its log during the run. */
export function serverLogOf(events: readonly RunEvent[]): string {
  let text = '';
  for (const event of events) if (event.type === 'log' && event.stream === 'postgres') text += event.text;
  return text;
}
