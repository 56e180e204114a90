import type { EndCause, EndReason } from '../../../protocol/messages/serverMessage.ts';
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
      return { tone: 'busy', text: 'Connecting…', action: null };
    case 'reconnecting':
      return trouble(`Connection lost, retrying ${inSeconds(connection.nextTryAt, now)}`, 'retry');
    case 'draining':
      return trouble(`Server restarting, retrying ${inSeconds(connection.nextTryAt, now)}`, 'retry');
    case 'offline':
      return trouble('Offline. You can keep editing; your changes are saved.', null);
    case 'replaced':
      return trouble('This session is open in another tab.', 'takeBack');
    case 'tooOld':
      return trouble('This page is older than the server. Your files are safe.', 'reload');
    case 'broken':
      return trouble('This page and the server use incompatible versions. Your files are safe.', 'reload');
    case 'open':
      return containerText(session);
  }
}

function containerText({ container, position, ended }: Standing): ConnectionText {
  if (container === 'ready') return { tone: 'ready', text: 'Ready', action: null };
  if (container === 'starting') return { tone: 'busy', text: 'Starting container…', action: null };
  if (container === 'queued')
    return {
      tone: 'busy',
      text: `Waiting for a container${position ? ` (number ${position} in queue)` : ''}`,
      action: null,
    };
  return { tone: 'idle', text: ended ? endings[ended] : 'Connected', action: null };
}

const endings: Record<EndReason | EndCause, string> = {
  left: 'Container stopped. Run starts a new one.',
  idle: 'Container stopped because it was idle. Run starts a new one; your files are safe.',
  age: 'Container reached its maximum age. Run starts a new one.',
  draining: 'Container stopped with its server. Run starts a new one.',
  failed: 'Container lost. Run starts a new one.',
  away: 'Container stopped because this page was closed or offline for a while. Run starts a new one.',
  needed: 'Container given to somebody who was waiting. Run starts a new one.',
};

function trouble(text: string, action: ConnectionText['action']): ConnectionText {
  return { tone: 'trouble', text, action };
}

function inSeconds(at: number, now: number): string {
  const seconds = Math.ceil((at - now) / 1000);
  return seconds > 0 ? `in ${seconds} s` : 'now';
}
