import type { Problem } from '../problems/problem.ts';
import { problemCounts } from '../problems/problemCounts.ts';
import type { RunRecord } from '../session/state/sessionState.ts';
import { countOf } from '../ui/format/countOf.ts';
import { formatMs } from '../ui/format/formatMs.ts';

/** What a screen reader is told of a run: where it is, and what came of it. Not each line of a log. */
export function announcement(run: RunRecord | null, problems: readonly Problem[]): string {
  if (!run) return '';
  if (run.done) return outcomeText(run, problems);
  const phase = run.phases.at(-1);
  switch (phase?.phase) {
    case 'queued':
      return phase.position ? `Waiting: number ${phase.position} in the queue.` : 'Waiting in the queue.';
    case 'starting':
      return 'Starting a container.';
    case 'building':
      return 'Building.';
    case 'installing':
      return 'Installing.';
    case 'running':
      return 'Running the SQL.';
    default:
      return '';
  }
}

function outcomeText({ events, done }: RunRecord, problems: readonly Problem[]): string {
  if (!done) return '';
  const results = countOf(events.filter(({ type }) => type === 'statement').length, 'result');
  const errors = countOf(events.filter(({ type }) => type === 'sqlError').length, 'error');
  switch (done.outcome) {
    case 'checksFailed':
      return done.message ?? checksText(events);
    case 'ok':
      if (events.some(({ type }) => type === 'testPlan')) return 'All tests passed.';
      if (events.some(({ type }) => type === 'lessonCheck')) return checksText(events);
      return `Done in ${formatMs(done.ms)}: ${results}.`;
    case 'buildFailed':
      return `Build failed: ${problemCounts(problems) || 'see the build log'}.`;
    case 'sqlFailed':
      return `Done in ${formatMs(done.ms)}: ${results}, ${errors} from Postgres.`;
    case 'crashed':
      return `The Postgres backend crashed. ${results} before and after the crash.`;
    case 'limited':
      return 'The run was stopped: it reached a limit.';
    case 'cancelled':
      return 'The run was cancelled.';
    case 'unavailable':
      return `The run couldn’t be finished. ${done.message ?? ''}`;
  }
}

function checksText(events: RunRecord['events']): string {
  const checks = events.filter((event) => event.type === 'lessonCheck');
  const missed = checks.filter(({ ok }) => !ok);
  if (missed.length === 0) return 'All checks passed.';
  return `${checks.length - missed.length} of ${countOf(checks.length, 'check')} passed. First failure: ${missed[0]?.name}.`;
}
