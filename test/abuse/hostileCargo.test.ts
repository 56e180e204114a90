import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { newId } from '../../server/base/newId.ts';
import { library } from '../server/playground.ts';
import { type RealServer, startRealServer } from '../server/realServer.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { saysOnCargoStdout } from './support/cargoStdout.ts';

let real: RealServer;
let neighbour: SocketPage;
beforeAll(async () => {
  real = await startRealServer('abuse-cargo');
  neighbour = await SocketPage.connect(real.server.url);
  await run(neighbour, hello);
});
afterAll(async () => {
  await neighbour[Symbol.asyncDispose]();
  await real[Symbol.asyncDispose]();
});

const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');

const says = (body: string) => saysOnCargoStdout(hello, body);

async function run(page: SocketPage, files: ProjectFiles): Promise<RunEvent[]> {
  const id = newId();
  page.send({ type: 'run', run: id, request: { files, sql: 'select 1' } });
  await page.until('event', (one) => one.run === id && one.event.type === 'done');
  return page.of('event').flatMap((one) => (one.run === id ? [one.event] : []));
}

/** A run of these files, while a neighbour runs theirs. */
async function beside(files: ProjectFiles): Promise<RunEvent[]> {
  await using page = await SocketPage.connect(real.server.url);
  const [events, others] = await Promise.all([run(page, files), run(neighbour, hello)]);
  expect(others.at(-1)).toMatchObject({ type: 'done', outcome: 'ok' });
  expect((await run(page, hello)).at(-1)).toMatchObject({ outcome: 'ok' });
  return events;
}

it('a message of the compiler that is nested some thousand levels is left out', async () => {
  const nested = `let deep = "{\\"span\\":{\\"expansion\\":".repeat(50_000);`;
  const events = await beside(
    says(
      `${nested} writeln!(out, "{{\\"reason\\":\\"compiler-message\\",\\"message\\":{{\\"message\\":\\"m\\",\\"level\\":\\"error\\",\\"spans\\":[{deep}").unwrap();`,
    ),
  );
  expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'ok' });
  expect(JSON.stringify(events)).toContain('omitted');
});

it.each([
  ['empty objects', '"{}\\n".repeat(10_000)'],
  ['words', '"word\\n".repeat(10_000)'],
  ['messages', '"{\\"reason\\":\\"compiler-message\\",\\"message\\":{}}\\n".repeat(2_000)'],
])('%s without end on cargo’s stdout end the build, and hold nobody up', async (_, text) => {
  const events = await beside(
    says(`let text = ${text}; loop { if out.write_all(text.as_bytes()).is_err() { break } }`),
  );
  expect(events.filter(({ type }) => type === 'limit')).toMatchObject([{ what: 'output' }]);
  expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'limited' });
});
