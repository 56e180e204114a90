import { expect, type Page, type WebSocketRoute } from '@playwright/test';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { type ClientMessageOf, clientMessage } from '../../../protocol/messages/clientMessage.ts';
import {
  type ServerMessage,
  type ServerMessageOf,
  serverMessage,
} from '../../../protocol/messages/serverMessage.ts';
import { protocolVersion } from '../../../protocol/version.ts';

type RunMessage = ClientMessageOf<'run'>;

/** What a run says: events, and waits in milliseconds between them. */
export type Script = (RunEvent | number)[];

export interface ScriptedServer {
  /** What the next runs say; a run under way goes on with what it had. */
  script: Script;
  /** Whether it answers no more, as behind a network that is gone. */
  silent: boolean;
  /** The messages of the page so far, by their type. */
  heard: string[];
  /** Says something of itself to the page. */
  say(message: ServerMessage): void;
  session(fields: Partial<ServerMessageOf<'session'>>): void;
  /** Cuts the connection, as a network does, and takes no new one until `restore`. */
  cut(code?: number): void;
  restore(): void;
}

export const scriptedVersions: ServerMessageOf<'welcome'>['versions'] = {
  postgres: [{ major: 17, version: '17.11' }],
  pgrx: '0.19.3',
  rustc: '1.96.1',
  crates: [],
};

/**
 * Stands in for the server's WebSocket in one page, so that each state of the page can be brought about. What it says
 * must fit the protocol's schemas, as what it hears must.
 */
export async function scriptServer(page: Page): Promise<ScriptedServer> {
  let socket: WebSocketRoute | null = null;
  let down = false;
  let seq = 0;
  let standing: ServerMessageOf<'session'> = {
    type: 'session',
    container: 'none',
    idleEndsAt: null,
    ageEndsAt: null,
    queue: 0,
    postgres: null,
  };
  const server: ScriptedServer = {
    script: [],
    silent: false,
    heard: [],
    say: (message) => socket?.send(JSON.stringify(serverMessage.parse(message))),
    session(fields) {
      standing = { ...standing, ...fields };
      server.say({ ...standing, now: Date.now() });
    },
    cut(code = 1012) {
      down = true;
      void socket?.close({ code });
      socket = null;
    },
    restore() {
      down = false;
    },
  };

  async function perform({ run }: RunMessage) {
    const startedAt = Date.now();
    for (const step of server.script) {
      if (typeof step === 'number') await new Promise((resolve) => setTimeout(resolve, step));
      else server.say({ type: 'event', seq: ++seq, run, event: step, at: Date.now() - startedAt });
    }
  }

  await page.routeWebSocket('**/api/v1/session', (route) => {
    if (down) return void route.close({ code: 1012 });
    socket = route;
    route.onMessage((data) => {
      const message = clientMessage.parse(JSON.parse(String(data)));
      server.heard.push(message.type);
      if (server.silent) return;
      if (message.type === 'hello') {
        server.say({
          type: 'welcome',
          version: protocolVersion,
          session: 'AAAAAAAAAAAAAAAAAAAAAA',
          resumed: false,
          lost: 0,
          run: null,
          versions: scriptedVersions,
        });
        server.say({ ...standing, now: Date.now() });
      } else if (message.type === 'ping') server.say({ type: 'pong' });
      else if (message.type === 'run') void perform(message);
    });
  });
  return server;
}

/** Opens the page, which is connected to such a server. */
export async function openScripted(page: Page): Promise<ScriptedServer> {
  const server = await scriptServer(page);
  await page.goto('/');
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  return server;
}
