import type { RunRequest } from '../../protocol/project.ts';
import { checkedAfterRun } from '../session/state/checkedAfterRun.ts';
import { isRunning } from '../session/state/isRunning.ts';
import type { RunRecord, SessionData } from '../session/state/sessionState.ts';
import { sameBuild } from '../workspace/sameProject.ts';

/** What is known at a pause in typing. */
export interface Pause {
  session: SessionData;
  /** What Run would send now. */
  request: RunRequest;
  /** The server has said that it builds nothing ahead. */
  preparesNot: boolean;
}

/** What is to be done in the background at a pause in typing; null where there is nothing to be gained. */
export function nextStep({ session, request, preparesNot }: Pause): 'check' | 'lint' | 'prepare' | null {
  const { connection, ended, current, background, checked } = session;
  // Who has given the container up does not want another one for looking at their text.
  if (connection.state !== 'open' || isRunning(session) || ended === 'left') return null;
  if (background && isAnswer(background, request)) return null;
  if (current && isBuildOf(current, request) && isBuilt(current)) return null;
  if (checked && isBuildOf(checked, request))
    return checked.done?.outcome === 'ok' && !preparesNot ? 'prepare' : null;
  if (stalled(session, request)) return null;
  // Who has asked for lints goes on to see them, until a run.
  return checkedAfterRun(session)?.request?.mode === 'lint' ? 'lint' : 'check';
}

/** Whether there is no use in asking again: it is under way, was built ahead or could not be, or there is no container. */
function isAnswer(run: RunRecord, request: RunRequest): boolean {
  if (!isBuildOf(run, request)) return false;
  const { request: of, done } = run;
  return !done || of?.mode === 'prepare' || done?.outcome === 'unavailable';
}

/** Whether the run was of the files that `request` has, for its Postgres; `of` may leave some out. */
export function isBuildOf(run: RunRecord, request: RunRequest, of?: (path: string) => boolean): boolean {
  return run.request !== null && sameBuild(run.request, request, of);
}

function isBuilt({ events }: RunRecord): boolean {
  return events.some(({ type }) => type === 'build');
}

/**
 * The last check was stopped for taking too long, and neither a run nor a change of what cargo goes by has come since: a
 * build script that hangs would hang at every pause, and take a CPU with it.
 */
export function stalled(session: SessionData, request: RunRequest): boolean {
  const checked = checkedAfterRun(session);
  return checked?.done?.outcome === 'limited' && isBuildOf(checked, request, isNoSource);
}

function isNoSource(path: string): boolean {
  return !(path.startsWith('src/') && path.endsWith('.rs'));
}
