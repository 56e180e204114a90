import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../../server/base/newId.ts';
import { SocketPage } from '../../support/SocketPage.ts';
import { type Asked, askMany } from '../askMany.ts';
import { benchServer } from '../benchServer.ts';
import { hello } from '../subjects.ts';

/** The rate at which pages are asked for where it is their times that count. */
const perSecond = 500;

export interface LinkTimes {
  /** By what is asked for, and by how many clients at once, as fast as they can. */
  closed: { what: string; clients: number; asked: Asked }[];
  /** 200 clients that ask 500 times a second in all. */
  paced: { what: string; asked: Asked }[];
  /** Milliseconds of each share, of projects that all differ, ten at a time. */
  shares: number[];
  /** Bytes of the store for each of those, and for each of as many that are all the same. */
  bytesOfDifferent: number;
  bytesOfSame: number;
}

/** Opening a link that has a recorded run, beside health; sharing; and how the store grows. */
export async function measureLinks(seconds: number, shares: number): Promise<LinkTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'pgrx-playground-bench-'));
  const file = join(folder, 'links.db');
  try {
    await using server = await benchServer({
      PLAYGROUND_STORE: file,
      DATABASE_URL: '',
      PLAYGROUND_WARM: '1',
      PLAYGROUND_ADDRESS_SHARES_PER_MINUTE: '60000',
    });
    const page = `${server.url}/s/${await sharedRun(server.url)}`;
    const subjects: { what: string; url: string; headers: Record<string, string> }[] = [
      { what: 'health', url: `${server.url}/api/v1/health`, headers: {} },
      { what: 'a link', url: page, headers: {} },
      { what: 'a link, compressed', url: page, headers: { 'Accept-Encoding': 'gzip' } },
    ];
    const times: LinkTimes = { closed: [], paced: [], shares: [], bytesOfDifferent: 0, bytesOfSame: 0 };
    for (const { url, headers } of subjects) await askMany(url, 10, 1, undefined, headers);
    for (const clients of [1, 50, 200])
      for (const { what, url, headers } of subjects)
        times.closed.push({ what, clients, asked: await askMany(url, clients, seconds, undefined, headers) });
    for (const { what, url, headers } of subjects)
      times.paced.push({ what, asked: await askMany(url, 200, seconds, perSecond, headers) });

    const before = await sizeOf(file);
    times.shares = await shareMany(server.url, shares, (n) => hello.files(n));
    const between = await sizeOf(file);
    await shareMany(server.url, shares, () => hello.files(0));
    times.bytesOfDifferent = (between - before) / shares;
    times.bytesOfSame = ((await sizeOf(file)) - between) / shares;
    return times;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs a project in a container and shares it with what came; the link's id. */
async function sharedRun(url: string): Promise<string> {
  await using page = await SocketPage.connect(url);
  const run = newId();
  const files = hello.files(0);
  page.send({ type: 'run', run, request: { files, sql: hello.sql } });
  await page.until('event', ({ run: of, event }) => of === run && event.type === 'done');
  const session = page.of('welcome')[0]?.session;
  const shared = await share(url, { files, sql: hello.sql, session, run });
  if (!shared.recorded) throw new Error('the run was not kept with its link');
  return shared.id;
}

async function share(url: string, body: object): Promise<{ id: string; recorded: boolean }> {
  const response = await fetch(`${url}/api/v1/snippets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`sharing was answered with ${response.status}`);
  return response.json();
}

async function shareMany(url: string, count: number, files: (n: number) => object): Promise<number[]> {
  const ms: number[] = [];
  let next = 1;
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while (next <= count) {
        const body = { files: files(next++), sql: hello.sql };
        const from = performance.now();
        await share(url, body);
        ms.push(performance.now() - from);
      }
    }),
  );
  return ms;
}

/** The database with what is in its log so far. */
async function sizeOf(file: string): Promise<number> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA wal_checkpoint(PASSIVE)');
  database.close();
  return (await stat(file)).size;
}
