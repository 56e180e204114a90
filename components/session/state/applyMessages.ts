import type { ServerMessage } from '../../../protocol/messages/serverMessage.ts';
import type { RememberedRun } from '../sessionMemory.ts';
import { type ArrivedEvent, applyEvents, extendRecord } from './applyEvents.ts';
import { withLastRuns } from './lastRuns.ts';
import type { RunRecord, SessionData } from './sessionState.ts';

/** A message after the client has checked its place: an event that was missed before it is told by `gap`. */
export type Arrived = Exclude<ServerMessage, { type: 'event' | 'terminal.output' | 'pong' }> | ArrivedEvent;

/** The state after these messages, in their order. Events of one run that follow each other are taken in one step. */
export function applyMessages(
  state: SessionData,
  messages: readonly Arrived[],
  now: number,
  recall: () => RememberedRun | null,
): SessionData {
  let next = state;
  for (let index = 0; index < messages.length; ) {
    const message = messages[index];
    if (!message) break;
    if (message.type !== 'event') {
      next = applyMessage(next, message, now);
      index += 1;
      continue;
    }
    const end = messages.findIndex(
      (other, at) => at > index && (other.type !== 'event' || other.run !== message.run),
    );
    const events = messages
      .slice(index, end === -1 ? undefined : end)
      .filter((other) => other.type === 'event');
    next = applyEvents(next, message.run, events, now, recall);
    index += events.length;
  }
  return withLastRuns(next, state);
}

/** Whether it tells all that the compiler has to say of its files, or that there is no saying. */
function isCheck({ request, done }: RunRecord): boolean {
  return (
    (request?.mode === 'check' || request?.mode === 'lint') &&
    (done?.outcome === 'ok' || done?.outcome === 'buildFailed' || done?.outcome === 'limited')
  );
}

function applyMessage(state: SessionData, message: Exclude<Arrived, ArrivedEvent>, now: number): SessionData {
  switch (message.type) {
    case 'welcome':
      return { ...state, versions: message.versions, session: message.session };
    case 'versions':
      return { ...state, versions: message.versions };
    case 'session': {
      const ahead = message.now === undefined ? 0 : now - message.now;
      const here = (time: number | null) => (time === null ? null : time + ahead);
      return {
        ...state,
        container: message.container,
        position: message.position ?? null,
        idleEndsAt: here(message.idleEndsAt),
        ageEndsAt: here(message.ageEndsAt),
        queue: message.queue,
        postgres: message.postgres,
        pgrx: message.pgrx ?? null,
        ending: message.container === 'none' ? null : state.ending,
        ended: message.container === 'none' ? state.ended : null,
      };
    }
    case 'ending':
      return { ...state, ending: { reason: message.cause ?? message.reason, at: now + message.inMs } };
    case 'ended':
      return {
        ...state,
        container: 'none',
        position: null,
        idleEndsAt: null,
        ageEndsAt: null,
        ending: null,
        ended: message.cause ?? message.reason,
      };
    case 'background': {
      const { background } = state;
      if (background?.id !== message.run || background.done) return state;
      const { run, at, event } = message;
      const arrived: ArrivedEvent = { type: 'event', run, at, gap: false, event };
      const record = extendRecord(background, [arrived], now);
      return { ...state, background: record, checked: isCheck(record) ? record : state.checked };
    }
    case 'refused': {
      if (state.background?.id === message.run) return { ...state, background: null };
      if (state.current?.id !== message.run) return state;
      const retryAt = message.retryAfterMs === undefined ? null : now + message.retryAfterMs;
      const refusal = { kind: message.kind, message: message.message, retryAt };
      return { ...state, current: state.previous, previous: null, refusal };
    }
    case 'connection.state':
    case 'connection.event':
    case 'objects':
    case 'settings':
    case 'serverLog.text':
    case 'serverLog.ended':
    case 'language.state':
    case 'language.message':
    case 'language.source':
    case 'package.part':
    case 'package.failed':
      // Kept by those who show them, who hear them by the channel.
      return state;
    case 'terminal.closed':
      return {
        ...state,
        terminals: {
          ...state.terminals,
          [message.terminal]: { state: 'ended', message: message.message },
        },
      };
  }
}
