import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackageFormat } from '../../protocol/messages/packageMessages.ts';
import { newId } from '../../server/base/newId.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { library } from './playground.ts';
import { type RealServer, startRealServer } from './realServer.ts';

const openSince = noteOpenResources();
let real: RealServer;
let page: SocketPage;
const folder = mkdtempSync(join(tmpdir(), 'package-'));

beforeAll(async () => {
  real = await startRealServer('package');
  page = await SocketPage.connect(real.server.url);
});

afterAll(async () => {
  await page[Symbol.asyncDispose]();
  await real[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
  expect(await openSince()).toEqual([]);
});

async function make(source: string): Promise<string> {
  const run = newId();
  page.send({ type: 'run', run, request: { files: library(source), mode: 'package' } });
  const { event } = await page.until('event', (one) => one.run === run && one.event.type === 'done');
  return event.type === 'done' ? event.outcome : '';
}

/** The names of what is in the package, as the host's own programs list them. */
async function listed(format: PackageFormat): Promise<string> {
  const before = page.messages.length;
  page.send({ type: 'package.get', format });
  const after = () => page.messages.slice(before);
  await page.until('package.part', (part) => part.data === '' && after().includes(part));
  const parts = after().flatMap((one) =>
    one.type === 'package.part' ? [Buffer.from(one.data, 'base64')] : [],
  );
  const file = join(folder, `package.${format}`);
  writeFileSync(file, Buffer.concat(parts));
  const [program, ...args] = format === 'deb' ? ['dpkg-deb', '--contents', file] : ['tar', '-tzvf', file];
  return execFileSync(program ?? '', args, { encoding: 'utf8' });
}

describe('the package of an extension', () => {
  it('[H2] there is none before it was made', async () => {
    page.send({ type: 'package.get', format: 'deb' });
    expect((await page.until('package.failed')).message).toContain('Build it again');
  });

  it('[H1] [H2] is made by cargo pgrx package, and has its files as a tree and for Debian', async () => {
    expect(await make('#[pg_extern]\nfn hello() -> i32 { 1 }')).toBe('ok');
    for (const format of ['tar.gz', 'deb'] as const) {
      const names = await listed(format);
      expect(names).toContain('./usr/lib/postgresql/17/lib/my_extension.so');
      expect(names).toContain('./usr/share/postgresql/17/extension/my_extension.control');
      expect(names).toContain('./usr/share/postgresql/17/extension/my_extension--0.0.0.sql');
    }
    const about = execFileSync('dpkg-deb', ['--field', join(folder, 'package.deb')], { encoding: 'utf8' });
    expect(about).toContain('Package: postgresql-17-my-extension');
    expect(about).toContain('Depends: postgresql-17');
  });

  it('[H1] is not made of what does not compile', async () => {
    expect(await make('nonsense')).toBe('buildFailed');
  });

  it('[H2] that code in the container has made too large is not sent', async () => {
    const run = newId();
    const script = `copy (select 1) to program 'truncate -s 70M /work/package/package.deb'`;
    const files = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
    page.send({ type: 'run', run, request: { files, sql: script, mode: 'run' } });
    await page.until('event', (one) => one.run === run && one.event.type === 'done');
    page.send({ type: 'package.get', format: 'deb' });
    await page.until('package.failed', ({ message }) => message.includes('is over 64 MiB'));
  });
});
