import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { RunMode, RunRequest } from '../../protocol/project.ts';
import { initialSession } from '../session/state/initialSession.ts';
import { newRecord } from '../session/state/newRecord.ts';
import type { RunRecord, SessionData } from '../session/state/sessionState.ts';
import { nextStep } from './nextStep.ts';

const request: RunRequest = { files: { 'src/lib.rs': 'a', 'Cargo.toml': 'm' }, sql: '', mode: 'run' };
const edited = { ...request, files: { ...request.files, 'src/lib.rs': 'b' } };

type Outcome = Extract<RunEvent, { type: 'done' }>['outcome'];

/** What was asked of `of`'s files at `at`, and ended so; null is under way. */
function record(mode: RunMode, outcome: Outcome | null, at = 1, of = request): RunRecord {
  const done = outcome && ({ type: 'done', outcome, ms: 1 } as const);
  const built: RunEvent = { type: 'build', ok: outcome === 'ok', ms: 1 };
  const wasBuilt = outcome === 'ok' || outcome === 'buildFailed';
  return { ...newRecord('r', at, { ...of, mode }), done, events: wasBuilt ? [built] : [] };
}

const step = (session: Partial<SessionData>, of = request, preparesNot = false) =>
  nextStep({
    session: { ...initialSession, connection: { state: 'open' }, ...session },
    request: of,
    preparesNot,
  });

describe('at a pause in typing', () => {
  it('[B1] asks for a check of what has changed, and of nothing else', () => {
    expect(step({})).toBe('check');
    expect(step({ current: record('run', 'buildFailed') })).toBeNull();
    expect(step({ current: record('run', 'ok') })).toBeNull();
    expect(step({ current: record('run', 'ok') }, edited)).toBe('check');
    expect(step({ current: record('run', 'cancelled') })).toBe('check');
    expect(step({ checked: record('check', 'buildFailed') })).toBeNull();
    expect(step({ checked: record('check', 'ok') }, { ...request, postgres: 18 })).toBe('check');
  });

  it('[B1] asks for nothing while a run is under way, without a connection, or once the container was given up', () => {
    expect(step({ current: record('run', null) }, edited)).toBeNull();
    expect(step({ connection: { state: 'connecting' } })).toBeNull();
    expect(step({ ended: 'left' })).toBeNull();
    expect(step({ ended: 'idle' })).toBe('check');
    expect(step({ background: record('check', null) })).toBeNull();
    expect(step({ background: record('check', null) }, edited)).toBe('check');
  });

  it('[Q2] has built ahead what a check finds nothing wrong with, once', () => {
    const checked = record('check', 'ok');
    expect(step({ checked, background: checked })).toBe('prepare');
    expect(step({ checked, background: record('prepare', 'ok', 2) })).toBeNull();
    expect(step({ checked, background: record('prepare', 'cancelled', 2) })).toBeNull();
    expect(step({ checked, background: checked }, request, true)).toBeNull();
  });

  it('[B3] asks again for what made way, and not where no container is to spare', () => {
    expect(step({ background: record('check', 'cancelled') })).toBe('check');
    expect(step({ background: record('check', 'unavailable') })).toBeNull();
    expect(step({ background: record('check', 'unavailable') }, edited)).toBe('check');
  });

  it('lets a check that hung be until a run, or until what cargo goes by is another', () => {
    const checked = record('check', 'limited', 5);
    expect(step({ checked, background: checked }, edited)).toBeNull();
    const other = { ...edited, files: { ...edited.files, 'Cargo.toml': 'n' } };
    expect(step({ checked, background: checked }, other)).toBe('check');
    expect(step({ checked, current: record('run', 'limited', 6) }, edited)).toBe('check');
  });

  it('[Q1] goes on to lint until a run', () => {
    const checked = record('lint', 'ok', 5);
    expect(step({ checked }, edited)).toBe('lint');
    expect(step({ checked, current: record('run', 'ok', 6) }, edited)).toBe('check');
  });
});
