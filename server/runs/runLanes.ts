import type { RunEvent } from '../../protocol/events/events.ts';
import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';
import type { Observer } from '../ports/observer.ts';
import type { RateLimits } from '../ports/rateLimits.ts';
import { BackgroundRuns } from './BackgroundRuns.ts';
import type { Refusal } from './refusal.ts';
import { SessionRuns, type SessionRunsDeps } from './SessionRuns.ts';

export interface RunLanesDeps extends Pick<SessionRunsDeps, 'turn' | 'run' | 'lease' | 'ask' | 'onActive'> {
  rates: RateLimits;
  /** A run in the background has begun or ended: somebody is there, and types. */
  onBackground: () => void;
  /** Takes the events of runs that somebody waits for. */
  onEvent: SessionRunsDeps['onEvent'];
  send: (message: ServerMessage) => void;
}

/** A session's two lanes: runs that somebody waits for, and those in the background. */
export function runLanes({ rates, onEvent, send, onBackground, ...deps }: RunLanesDeps): {
  runs: SessionRuns;
  background: BackgroundRuns;
} {
  const session = deps.turn().key;
  const lane = {
    ...deps,
    onRefused: (run: string, { field: _field, ...refusal }: Refusal) =>
      send({ type: 'refused', run, ...refusal }),
  };
  return {
    runs: new SessionRuns({
      ...lane,
      rate: (address) => rates.run(session, address),
      onEvent,
    }),
    background: new BackgroundRuns({
      ...lane,
      spare: true,
      // Metrics tell what people wait for.
      run: { ...deps.run, observer: unobserved },
      onActive: onBackground,
      rate: () => rates.background(session),
      onEvent: (run: string, at: number, event: RunEvent) => send({ type: 'background', run, at, event }),
    }),
  };
}

const ignore = () => {};
const unobserved: Observer = {
  waited: ignore,
  containerStarted: ignore,
  containerFailed: ignore,
  built: ignore,
  ran: ignore,
  contained: ignore,
};
