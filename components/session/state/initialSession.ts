import type { SessionData } from './sessionState.ts';

/** A session before the server has said anything: what is rendered first, on the server as well. */
export const initialSession: SessionData = {
  connection: { state: 'closed' },
  container: 'none',
  position: null,
  idleEndsAt: null,
  ageEndsAt: null,
  queue: 0,
  postgres: null,
  pgrx: null,
  ending: null,
  ended: null,
  versions: null,
  session: null,
  current: null,
  previous: null,
  answered: null,
  lastRuns: {},
  background: null,
  checked: null,
  generated: null,
  waiting: null,
  refusal: null,
  terminals: { psql: { state: 'none' }, shell: { state: 'none' } },
};
