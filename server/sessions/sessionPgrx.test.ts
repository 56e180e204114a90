import { expect, it } from 'vitest';
import type { RunRequest } from '../../protocol/project.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness } from '../../test/support/sessionsHarness.ts';
import { newId } from '../base/newId.ts';

/** A server whose default is 0.19.3, as the fake containers tell it, and which has an older pgrx too. */
async function opened() {
  const harness = new SessionsHarness();
  harness.sandbox.majors = [17, 18];
  harness.sandbox.others = [{ postgres: 17, pgrx: '0.18.1' }];
  return harness.open();
}

const manifest = (version: string) => ({
  'Cargo.toml': `[package]\nname = "a"\n\n[dependencies]\npgrx = "${version}"\n`,
});
const project = (more: Partial<RunRequest> = {}, files = {}): RunRequest => ({
  sql: '',
  mode: 'run',
  ...more,
  files: { 'src/lib.rs': '', ...files },
});

it('[V3] tells each pgrx with its Postgres versions and crates', async () => {
  const { versions } = (await opened()).sessions;
  expect(versions).toMatchObject({
    pgrx: '0.19.3',
    postgres: [{ major: 17 }, { major: 18 }],
    otherPgrx: [{ pgrx: '0.18.1', postgres: [{ major: 17 }], rustc: '1.96.1' }],
  });
  expect(versions?.otherPgrx?.[0]?.crates).toContainEqual({ name: 'pgrx', version: '0.18.1' });
});

it('[V3] says nothing of other releases where there is one', async () => {
  const harness = await new SessionsHarness().open();
  expect(harness.sessions.versions).not.toHaveProperty('otherPgrx');
});

it('[S5] takes up a pgrx whose image comes later, and tells the pages that are open', async () => {
  const harness = await new SessionsHarness().open();
  const page = harness.connect();
  harness.sandbox.others = [{ postgres: 17, pgrx: '0.18.1' }];
  await harness.clock.advance(30_000);
  await settled();
  expect(page.of('versions')).toMatchObject([{ versions: { otherPgrx: [{ pgrx: '0.18.1' }] } }]);
  harness.sandbox.others.push({ postgres: 18, pgrx: '0.18.1' });
  harness.sandbox.majors = [17, 18];
  await harness.clock.advance(30_000);
  await settled();
  expect(page.of('versions').at(-1)?.versions.otherPgrx).toMatchObject([
    { pgrx: '0.18.1', postgres: [{ major: 17 }, { major: 18 }] },
  ]);
  await harness.sessions.drain();
});

it('starts no server where an image has another pgrx than it is set for', async () => {
  const harness = new SessionsHarness();
  harness.sandbox.others = [{ postgres: 17, pgrx: '0.18.1' }];
  harness.sandbox.on('sh', ({ stdout }) => {
    stdout.write('PostgreSQL 17.11\nrustc 1.96.1\ncargo-pgrx 0.19.3\n[]');
    return 0;
  });
  await expect(harness.open()).rejects.toThrow('set for pgrx 0.18.1 has pgrx 0.19.3');
});

it.each([
  ['nothing says otherwise', project(), undefined],
  ['it is named', project({ pgrx: '0.18.1' }), '0.18.1'],
  ['the default is named', project({ pgrx: '0.19.3' }), undefined],
  ['Cargo.toml pins it', project({}, manifest('=0.18.1')), '0.18.1'],
  ['Cargo.toml pins another patch release', project({}, manifest('=0.18.0')), '0.18.1'],
  ['Cargo.toml pins it, whatever is named', project({ pgrx: '0.18.1' }, manifest('=0.19.3')), undefined],
  ['Cargo.toml pins what is not there', project({ pgrx: '0.18.1' }, manifest('=0.17.0')), '0.18.1'],
])('[R12] runs with the pgrx of the project: %s', async (_when, request, pgrx) => {
  const harness = await opened();
  const page = harness.connect();
  page.session?.handle({ type: 'run', run: newId(), request });
  await settled();
  expect(page.events().at(-1)).toMatchObject({ type: 'done', outcome: 'ok' });
  const ready = page.of('session').findLast(({ container }) => container === 'ready');
  expect(ready).toMatchObject({ postgres: 17, ...(pgrx && { pgrx }) });
  if (!pgrx) expect(ready).not.toHaveProperty('pgrx');

  const types: string[] = [];
  const shot = {
    signal: new AbortController().signal,
    onEvent: ({ type }: { type: string }) => types.push(type),
  };
  const taken = harness.sessions.runOnce({ ...shot, request }, '192.0.2.1');
  expect(harness.sandbox.running.at(-1)?.pgrx).toBe(pgrx);
  if (taken.ok) await taken.value.ended;
  expect(types.at(-1)).toBe('done');
  await harness.sessions.drain();
});

it('[R12] is refused for a pgrx that is not here, and for a Postgres that is not here with it', async () => {
  const harness = await opened();
  const page = harness.connect();
  page.session?.handle({ type: 'run', run: newId(), request: project({ pgrx: '0.17.0' }) });
  await settled();
  const shot = { signal: new AbortController().signal, onEvent: () => {} };
  const message = 'pgrx 0.17.0 isn’t available on this server. Available: 0.19.3, 0.18.1.';
  expect(page.of('refused')).toMatchObject([{ kind: 'invalid', message }]);
  const taken = harness.sessions.runOnce({ ...shot, request: project({ pgrx: '0.17.0' }) }, 'x');
  expect(taken).toMatchObject({ error: { kind: 'invalid', message, field: 'pgrx' } });
  const request = project({ pgrx: '0.18.1', postgres: 18 });
  expect(harness.sessions.runOnce({ ...shot, request }, 'x')).toMatchObject({
    error: {
      field: 'postgres',
      message: 'Postgres 18 isn’t available with pgrx 0.18.1 on this server. Available: 17.',
    },
  });
});

it('[K2] knows the run of a project with one pgrx apart from that with another', async () => {
  const harness = await opened();
  const page = harness.connect();
  const run = newId();
  page.session?.handle({ type: 'run', run, request: project({ pgrx: '0.18.1' }) });
  await settled();
  const content = { postgres: 17, files: { 'src/lib.rs': '' }, sql: '' };
  expect(harness.sessions.recorded(page.id, run, content)).toBeNull();
  expect(harness.sessions.recorded(page.id, run, { ...content, pgrx: '0.18.1' })).not.toBeNull();
});
