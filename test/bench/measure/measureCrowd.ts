import { setTimeout as delay } from 'node:timers/promises';
import { SocketPage } from '../../support/SocketPage.ts';
import { benchServer } from '../benchServer.ts';
import { pressRun } from '../pressRun.ts';
import { hello } from '../subjects.ts';

export interface Crowd {
  people: number;
  /** Milliseconds until each one's `done`. */
  done: number[];
}

/** People look at what the last run said, and edit. */
const editMs = 10_000;

/** So many sessions, each with its container and a first build behind it, press Run in the same instant. */
export async function measureCrowd(people: number): Promise<Crowd> {
  await using server = await benchServer({ PLAYGROUND_SESSIONS: String(people), PLAYGROUND_WARM: '2' });
  const pages = await Promise.all(Array.from({ length: people }, () => SocketPage.connect(server.url)));
  try {
    await Promise.all(pages.map((page, n) => pressRun(page, hello, n)));
    await delay(editMs);
    const pressed = await Promise.all(pages.map((page, n) => pressRun(page, hello, 1_000 + n)));
    return { people, done: pressed.map(({ done }) => done) };
  } finally {
    await Promise.all(pages.map((page) => page[Symbol.asyncDispose]()));
  }
}
