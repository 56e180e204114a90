import type { ProjectFiles, RunRequest } from '../../protocol/project.ts';
import type { Clock } from '../base/clock.ts';
import { contain } from '../base/contain.ts';
import type { Log } from '../base/log.ts';
import type { Lease, LeasedContainer } from '../containers/Lease.ts';
import type { TakeProgress } from '../containers/WaitingLine.ts';
import type { Observer } from '../ports/observer.ts';
import type { ModeEnd, RunModes, StepEnd, TransferredLibrary } from '../ports/runPorts.ts';
import type { SandboxFailure } from '../ports/sandboxPort.ts';
import type { Turn } from '../queues/AddressQueue.ts';
import type { SlotQueue } from '../queues/SlotQueue.ts';
import { endRun, type NamedRun } from './endRun.ts';
import type { RunStream } from './RunStream.ts';
import { type RunOutcome, runOutcome } from './runOutcome.ts';

export interface RunDeps {
  modes: RunModes;
  /** Lets so many builds in at once. */
  builds: SlotQueue;
  clock: Clock;
  log: Log;
  observer: Observer;
  /** What a run may take from the beginning of its build, over all its own time limits. */
  runMs: number;
  /** How long a step that was told to stop may take for it. */
  graceMs: number;
}

/** Whose turn it counts as, and what is to be done. */
export interface Job extends Turn, NamedRun {
  lease: Lease;
  /** Nobody waits for it: it makes do with a container and a place to build that nobody else wants. */
  spare?: boolean | undefined;
  /** Another container goes on with it where this one has done well: the run has not ended then. */
  goesOn?: boolean | undefined;
  /** What a container before this one has given. */
  transferred?: TransferredLibrary | undefined;
}

type Ended = ({ kind: 'ended' } & ModeEnd) | { kind: 'noContainer'; failure: SandboxFailure };

/**
 * Takes one run from its request to its `done`, which comes whatever happens. A container that turns out to be gone
 * before the run has said anything is replaced once, unseen. Resolves to what is to be carried into another container.
 */
export async function executeRun(deps: RunDeps, job: Job): Promise<TransferredLibrary | null> {
  const { stream, stop, lease } = job;
  try {
    let ended = await attempt(deps, job);
    if (ended.kind === 'ended' && ended.end.kind === 'lost' && stream.silent && !stop.reason) {
      await lease.drop();
      ended = await attempt(deps, job);
    }
    if (ended.kind === 'ended' && isUnusable(ended.end)) lease.fail();
    const outcome = outcomeOf(ended, job);
    const isOk = outcome.outcome === 'ok';
    if (isOk && job.goesOn) stream.done('ok');
    else endRun(deps, job, outcome, failureOf(ended));
    return (isOk && ended.kind === 'ended' && ended.transferred) || null;
  } catch (error) {
    contain('run', error);
    lease.fail();
    const message = 'Internal server error. The container was stopped. Run again.';
    endRun(deps, job, { outcome: 'unavailable', message }, 'bug');
    return null;
  }
}

async function attempt(deps: RunDeps, job: Job): Promise<Ended> {
  const { stream, stop, lease } = job;
  const onProgress = (progress: TakeProgress) =>
    stream.emit(
      progress.kind === 'queued'
        ? { type: 'phase', phase: 'queued', position: progress.position }
        : { type: 'phase', phase: 'starting' },
    );
  const { postgres, pgrx } = job.request;
  const held = await (job.spare
    ? lease.acquireSpare({ postgres, pgrx }, stop.signal, onProgress)
    : lease.acquire({ postgres, pgrx }, stop.signal, onProgress));
  if (!held.ok) return { kind: 'noContainer', failure: held.error };
  const since = deps.clock.now();
  const ending = AbortSignal.any([stop.signal, held.value.gone]);
  const turn = await enterBuilds(deps, job, ending);
  deps.observer.waited('build', deps.clock.now() - since);
  if (!turn) return asLost(held.value, { kind: 'ended', end: { kind: 'cancelled' }, step: 'build' });
  const { signal, leave } = turn;
  const callOff = deps.clock.after(deps.runMs, () => {
    const seconds = Math.round(deps.runMs / 1000);
    stream.emit({ type: 'limit', what: 'time', message: `The run took over ${seconds} s and was stopped.` });
    stop.stop('time');
  });
  try {
    const running = runMode(deps, job, { held: held.value, signal, leave });
    return asLost(held.value, await withGrace(deps, signal, running));
  } finally {
    callOff();
    leave();
  }
}

/** The job's turn to build, with what ends it. */
async function enterBuilds(
  { builds }: RunDeps,
  { address, key, stream, spare }: Job,
  signal: AbortSignal,
): Promise<{ signal: AbortSignal; leave: () => void } | null> {
  if (spare) {
    const place = await builds.enterSpare(signal);
    return place && { signal: AbortSignal.any([signal, place.wanted]), leave: place.leave };
  }
  const onPosition = (position: number) => stream.emit({ type: 'phase', phase: 'queued', position });
  const leave = await builds.enter(key, signal, onPosition, address);
  return leave && { signal, leave };
}

async function runMode(
  deps: RunDeps,
  job: Job,
  { held, signal, leave }: { held: LeasedContainer; signal: AbortSignal; leave: () => void },
): Promise<Ended> {
  const emit: RunStream['emit'] = (event) => {
    if (event.type === 'build') deps.observer.built(event.ms, event.ok);
    job.stream.emit(event);
  };
  const { request } = job;
  const steps = deps.modes[request.mode];
  if (!steps) throw new Error(`no steps for run mode ${request.mode}`);
  const context = { sandbox: held.sandbox, emit, signal };
  const locked = { ...request, files: lockedFiles(request) };
  const { database } = held;
  const work = { context, request: locked, database, releaseBuildSlot: leave, transferred: job.transferred };
  return { kind: 'ended', ...(await steps(work)) };
}

/** The steps' end, or after a stop and the grace that follows it, an end without them. */
async function withGrace(deps: RunDeps, signal: AbortSignal, running: Promise<Ended>): Promise<Ended> {
  const { promise: abandoned, resolve } = Promise.withResolvers<Ended>();
  let callOff = () => {};
  const stopped = () => {
    callOff = deps.clock.after(deps.graceMs, () => {
      deps.log.warn({}, 'a run did not stop when cancelled');
      resolve({ kind: 'ended', end: { kind: 'cancelled', sandboxUnusable: true }, step: 'sql' });
    });
  };
  if (signal.aborted) stopped();
  else signal.addEventListener('abort', stopped, { once: true });
  try {
    return await Promise.race([running, abandoned]);
  } finally {
    signal.removeEventListener('abort', stopped);
    callOff();
  }
}

/** What a container that is gone made of the steps is no end of theirs. */
function asLost(held: LeasedContainer, ended: Ended): Ended {
  if (!held.gone.aborted || (ended.kind === 'ended' && ended.end.kind === 'ok')) return ended;
  const message = 'This session’s container has stopped. Run again to start a new one.';
  return { kind: 'ended', end: { kind: 'lost', message }, step: 'sql' };
}

function isUnusable(end: { kind: 'ok' } | StepEnd): boolean {
  return end.kind === 'lost' || ('sandboxUnusable' in end && end.sandboxUnusable === true);
}

/** In a word, why the run could not go on, where nothing of the person's own kept it from that. */
function failureOf(ended: Ended): string | null {
  if (ended.kind === 'ended') return ended.end.kind === 'lost' ? 'lostContainer' : null;
  return ended.failure.kind === 'cancelled' ? null : ended.failure.kind;
}

function outcomeOf(ended: Ended, job: Job): RunOutcome {
  if (ended.kind === 'ended') return runOutcome(ended.end, ended.step, job.stop.reason);
  const { kind } = ended.failure;
  if (kind === 'cancelled') return runOutcome({ kind }, 'build', job.stop.reason);
  if (kind === 'capacity' && job.spare)
    return {
      outcome: 'unavailable',
      message: 'No idle container is available for this. Press Run to wait for one.',
    };
  const message =
    kind === 'capacity'
      ? 'No container is free, and too many people are already waiting. Try again in a few minutes.'
      : 'Starting a container failed. Try again in a minute. The server log has the reason.';
  return { outcome: 'unavailable', message };
}

/** The project with the lock file that the request has for it, whatever its mode. One of its own stands. */
function lockedFiles({ files, lock }: Pick<RunRequest, 'files' | 'lock'>): ProjectFiles {
  return lock === undefined || 'Cargo.lock' in files ? files : { ...files, 'Cargo.lock': lock };
}
