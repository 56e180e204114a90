import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../test/support/ServerProcess.ts';
import { newSnippet, openStore } from '../../test/support/storeQuestions.ts';
import { openDatabase } from './openDatabase.ts';
import { isReadByOthers } from './prepareFile.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-place-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe('a file of SQLite', () => {
  it('can be read by its owner only, as can the files next to it', async () => {
    const file = join(folder, 'links.db');
    await using store = await openStore({ kind: 'sqlite', file });
    await store.add(newSnippet, 's');
    expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
    expect(await isReadByOthers(file)).toBe(false);
    chmodSync(file, 0o640);
    expect(await isReadByOthers(file)).toBe(true);
  });

  it('is not made in a folder that is not there, which is most likely mistyped', async () => {
    const file = join(folder, 'dta/links.db');
    const opened = await openDatabase({ kind: 'sqlite', file });
    expect(opened).toMatchObject({
      ok: false,
      error: { kind: 'unusable', message: expect.stringContaining('PLAYGROUND_STORE doesn’t exist') },
    });
    expect(existsSync(join(folder, 'dta'))).toBe(false);
  });

  it('has its folder made at the place that nobody has typed', async () => {
    const file = join(folder, 'data/links.db');
    const opened = await openDatabase({ kind: 'sqlite', file, makesFolder: true });
    if (opened.ok) await opened.value.destroy();
    expect([join(folder, 'data'), file].map(modeOf)).toEqual(['700', '600']);
  });

  it('is unusable where it is none', async () => {
    const opened = await openDatabase({ kind: 'sqlite', file: folder });
    expect(opened).toMatchObject({ error: { kind: 'unusable', message: expect.stringContaining(folder) } });
  });
});

describe('a Postgres', () => {
  it('is unreachable where nothing listens, and the reason is told without the password', async () => {
    const url = `postgres://me:secret@localhost:${await freePort()}/links`;
    const opened = await openDatabase({ kind: 'postgres', url });
    expect(opened).toMatchObject({
      error: { kind: 'unreachable', message: expect.stringMatching(/\(DATABASE_URL\).*ECONNREFUSED/) },
    });
    expect(JSON.stringify(opened)).not.toContain('secret');
  });

  it('is unreachable where whoever listens hangs up', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const opened = await openDatabase({ kind: 'postgres', url: `postgres://me@127.0.0.1:${port}/links` });
    server.close();
    expect(opened).toMatchObject({ error: { kind: 'unreachable' } });
  });
});
