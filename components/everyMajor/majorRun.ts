import type { Phase, RunEvent, RunEventOf } from '../../protocol/events/events.ts';

/** The run on one of the majors. */
export interface MajorRun {
  major: number;
  version: string;
  events: readonly RunEvent[];
  /** Why there is no answer to the end, in words; null while it goes on and where it came. */
  failure: string | null;
}

const doing: Record<Phase, string> = {
  queued: 'queued',
  starting: 'starting a container',
  building: 'compiling',
  installing: 'installing',
  running: 'running the SQL',
};

const ended: Record<RunEventOf<'done'>['outcome'], string> = {
  ok: 'succeeded',
  buildFailed: 'build failed',
  sqlFailed: 'SQL failed',
  checksFailed: 'checks failed',
  crashed: 'crashed',
  limited: 'stopped at a limit',
  cancelled: 'cancelled',
  unavailable: 'did not run',
};

const doneOf = ({ events }: MajorRun) => events.findLast((event) => event.type === 'done');

export const isOver = (run: MajorRun) => run.failure !== null || doneOf(run) !== undefined;

/** Where a run is, or how it ended, in a few words. */
export function stateOf(run: MajorRun): { text: string; failed: boolean; message: string | null } {
  if (run.failure !== null) return { text: 'did not run', failed: true, message: run.failure };
  const done = doneOf(run);
  if (done)
    return {
      text: `${ended[done.outcome]} · ${(done.ms / 1000).toFixed(1)} s`,
      failed: done.outcome !== 'ok' && done.outcome !== 'cancelled',
      message: done.message ?? null,
    };
  const phase = run.events.findLast((event) => event.type === 'phase');
  const place = phase?.position === undefined ? '' : `, position ${phase.position}`;
  return { text: phase ? doing[phase.phase] + place : 'contacting the server', failed: false, message: null };
}
