import type { ClientMessage } from '../../protocol/messages/clientMessage.ts';
import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';

/** How long one who has asked for too much is to wait, in milliseconds. */
const retryAfterMs = 5_000;
const problem = 'Too many requests in a short time. Wait a few seconds, then try again.';

/** What tells a page that its message was too much and was passed over; null where nothing can, and the socket is closed. */
export function softAnswer(message: Exclude<ClientMessage, { type: 'hello' }>): ServerMessage | null {
  switch (message.type) {
    case 'run':
    case 'background':
      return { type: 'refused', run: message.run, kind: 'rate', message: problem, retryAfterMs };
    case 'terminal.open':
      return { type: 'terminal.closed', terminal: message.terminal, message: problem };
    case 'connection.execute':
      return {
        type: 'connection.event',
        connection: message.connection,
        execution: message.execution,
        event: { type: 'done', outcome: 'unavailable', ms: 0, message: problem },
      };
    case 'objects.ask':
      return { type: 'objects', objects: [], more: 0, problem };
    case 'settings.ask':
      return { type: 'settings', settings: [], problem };
    case 'serverLog.follow':
      return { type: 'serverLog.ended', problem };
    case 'language.start':
      return { type: 'language.state', state: 'off', reason: 'failed', message: problem };
    case 'language.source':
      return { type: 'language.source', request: message.request, text: null };
    case 'package.get':
      return { type: 'package.failed', message: problem };
    default:
      return null;
  }
}
