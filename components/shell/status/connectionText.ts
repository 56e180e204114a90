import type { EndCause, EndReason } from '../../../protocol/serverMessage.ts';
import type { SessionData } from '../../session/state/sessionState.ts';

/** How things stand between the page and its container, for the status bar. */
export interface ConnectionText {
  tone: 'ready' | 'busy' | 'idle' | 'trouble';
  text: string;
  action: 'retry' | 'takeBack' | 'reload' | null;
}

type Standing = Pick<SessionData, 'connection' | 'container' | 'position' | 'ended'>;

/** `now` is by `pageNow`. */
export function connectionText(session: Standing, now: number): ConnectionText {
  const { connection } = session;
  switch (connection.state) {
    case 'closed':
    case 'connecting':
      return { tone: 'busy', text: 'connecting', action: null };
    case 'reconnecting':
      return trouble(`connection lost, next try ${inSeconds(connection.nextTryAt, now)}`, 'retry');
    case 'draining':
      return trouble(
        `the server is being restarted, next try ${inSeconds(connection.nextTryAt, now)}`,
        'retry',
      );
    case 'offline':
      return trouble('no network: you can go on editing, all is kept', null);
    case 'replaced':
      return trouble('this session is open in another tab', 'takeBack');
    case 'tooOld':
      return trouble('this page is older than the server; your files are kept', 'reload');
    case 'broken':
      return trouble('this page and the server do not understand each other; your files are kept', 'reload');
    case 'open':
      return containerText(session);
  }
}

function containerText({ container, position, ended }: Standing): ConnectionText {
  if (container === 'ready') return { tone: 'ready', text: 'ready', action: null };
  if (container === 'starting') return { tone: 'busy', text: 'starting a container', action: null };
  if (container === 'queued')
    return {
      tone: 'busy',
      text: `waiting for a container${position ? `: number ${position}` : ''}`,
      action: null,
    };
  return { tone: 'idle', text: ended ? endings[ended] : 'connected', action: null };
}

const endings: Record<EndReason | EndCause, string> = {
  left: 'container given up: Run takes a new one',
  idle: 'asleep: Run takes a new container, your files are kept',
  age: 'container ended at its maximum age: Run takes a new one',
  draining: 'container ended with its server: Run takes a new one',
  failed: 'container lost: Run takes a new one',
  away: 'container stopped because this page was closed or offline for a while: Run starts a new one',
  needed: 'container given to somebody who was waiting: Run starts a new one',
};

function trouble(text: string, action: ConnectionText['action']): ConnectionText {
  return { tone: 'trouble', text, action };
}

function inSeconds(at: number, now: number): string {
  const seconds = Math.ceil((at - now) / 1000);
  return seconds > 0 ? `in ${seconds} s` : 'now';
}
