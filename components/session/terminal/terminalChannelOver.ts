import type { StoreApi } from 'zustand/vanilla';
import { limits } from '../../../protocol/limits.ts';
import type { TerminalName } from '../../../protocol/messages/clientMessage.ts';
import type { SessionClient } from '../socket/SessionClient.ts';
import type { SessionState } from '../state/sessionState.ts';
import type { TerminalFeed } from './TerminalFeed.ts';
import type { TerminalChannel } from './terminalChannel.ts';

/** The terminal's way over a client, which keeps its state in the store true. */
export function terminalChannelOver(
  client: SessionClient,
  feed: TerminalFeed,
  store: StoreApi<SessionState>,
  terminal: TerminalName,
): TerminalChannel {
  const size = (columns: number, rows: number) => ({
    columns: clamp(columns, limits.terminalColumns),
    rows: clamp(rows, limits.terminalRows),
  });
  return {
    open(columns, rows) {
      if (!client.send({ type: 'terminal.open', terminal, ...size(columns, rows) })) return;
      const { terminals } = store.getState();
      if (terminals[terminal].state === 'open') return;
      store.setState({ terminals: { ...terminals, [terminal]: { state: 'opening' } } });
    },
    input(data) {
      for (const part of inputParts(data)) client.send({ type: 'terminal.input', terminal, data: part });
    },
    resize(columns, rows) {
      if (store.getState().terminals[terminal].state === 'open')
        client.send({ type: 'terminal.resize', terminal, ...size(columns, rows) });
    },
    close() {
      client.send({ type: 'terminal.close', terminal });
    },
    subscribe: (listener) => feed.subscribe(listener),
  };
}

/** A long paste in pieces that the server takes, no character of two code units cut in half. */
export function inputParts(data: string, length: number = limits.terminalInput): string[] {
  const parts: string[] = [];
  for (let from = 0; from < data.length; ) {
    let to = Math.min(from + length, data.length);
    if (to < data.length && isHighSurrogate(data.charCodeAt(to - 1))) to -= 1;
    parts.push(data.slice(from, to));
    from = to;
  }
  return parts;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function clamp(value: number, most: number): number {
  return Math.max(2, Math.min(most, Math.floor(value)));
}
