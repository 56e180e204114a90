import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ShareAnswer } from '../../protocol/snippet.ts';
import { openDatabase } from '../../server/store/openDatabase.ts';
import { ownContainers, removeContainers } from '../abuse/support/ownContainers.ts';
import { freePort, ServerProcess } from '../support/ServerProcess.ts';
import { openStore } from '../support/storeQuestions.ts';
import { testImage } from '../support/subject.ts';
import { testOwner } from '../support/testOwner.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shares = 200;
const instance = testOwner(`crash-${process.pid}`);

it('loses no acknowledged link when the server is killed in the midst of 200, and leaves no half of one', async () => {
  const file = join(folder, 'links.db');
  const server = new ServerProcess({
    PLAYGROUND_PORT: await freePort(),
    PLAYGROUND_INSTANCE: instance,
    PLAYGROUND_IMAGE: testImage,
    PLAYGROUND_WARM: '0',
    PLAYGROUND_STORE: file,
    PLAYGROUND_LOG_LEVEL: 'error',
  });
  const url = await server.ready();
  const acknowledged: string[] = [];
  const share = async (n: number) => {
    const answer = await fetch(`${url}/api/v1/snippets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        title: `${n}`,
        files: { 'src/lib.rs': `// ${n}\n${'x'.repeat(2_000)}` },
        sql: `${n}`,
      }),
    });
    const { id } = (await answer.json()) as ShareAnswer;
    acknowledged.push(id);
    // Killed from within the stream of answers, at a moment that no share chose.
    if (acknowledged.length === shares / 2) server.child.kill('SIGKILL');
  };
  const ends = await Promise.allSettled(Array.from({ length: shares }, (_, n) => share(n)));
  await server.exited;
  // The mark of its name, which the next server of this name would have taken over.
  await removeContainers(await ownContainers(instance));
  expect(acknowledged.length).toBeGreaterThanOrEqual(shares / 2);
  expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);

  await using store = await openStore({ kind: 'sqlite', file });
  for (const id of acknowledged) {
    const found = await store.read(id);
    if (!found.ok || found.value.kind !== 'found') throw new Error(`${id} was lost`);
    const { title, files, sql } = found.value.snippet;
    expect(sql).toBe(title);
    expect(files['src/lib.rs']).toContain(`// ${title}\n`);
  }
  const database = await openDatabase({ kind: 'sqlite', file });
  if (!database.ok) throw new Error(database.error.message);
  const all = await database.value.selectFrom('snippets').select('id').execute();
  await database.value.destroy();
  expect(all.length).toBeGreaterThanOrEqual(acknowledged.length);
  for (const { id } of all) expect(await store.read(id)).toMatchObject({ value: { kind: 'found' } });
});
