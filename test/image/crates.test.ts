import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, compiledBy } from './build.ts';
import { type ImageSession, openSession } from './openSession.ts';

const list = readFileSync(new URL('../../docker/crates.txt', import.meta.url), 'utf8');
const lines = list.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('the crates on offer', () => {
  let session: ImageSession;
  beforeAll(async () => {
    session = await openSession('crates');
    await session.shell(
      'cp -R /opt/pgrx/starter/. .; cp Cargo.toml /tmp/Cargo.toml; cp Cargo.lock /tmp/Cargo.lock',
    );
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
  });

  /** The starter, with these dependencies in place of its serde. */
  async function depend(dependencies: readonly string[]): Promise<void> {
    const text = dependencies.map((line) => `${line}\n`).join('');
    await session.write({ '/tmp/dependencies': text });
    await session.shell(`
      sed -e '/^serde = /d' -e '/^pgrx = /r /tmp/dependencies' /tmp/Cargo.toml > Cargo.toml
      cp /tmp/Cargo.lock .; touch src/lib.rs`);
  }

  it.each(lines)('%s compiles nothing but the own crate', async (line) => {
    await depend([line]);
    expect(await compiledBy(session, build)).toEqual(['my_extension']);
  });

  it('several at once compile at most themselves, never pgrx', async () => {
    await depend([
      'serde_json = "1"',
      'regex = "1"',
      'chrono = "0.4"',
      'sha2 = "0.10"',
      'rand = "0.8"',
      'csv = "1"',
      'toml = "0.9"',
    ]);
    const compiled = await compiledBy(session, build);
    expect(compiled.filter((name) => /^(pgrx|serde|syn)/.test(name))).toEqual([]);
    expect(compiled.length).toBeLessThan(10);
  }, 120_000);

  it('are listed with name, version and the features that can be had', async () => {
    const crates: unknown = JSON.parse(await session.shell('cat /opt/pgrx/crates.json'));
    expect(crates).toContainEqual({
      name: 'chrono',
      version: expect.stringMatching(/^0\.4\./),
      features: expect.arrayContaining(['clock', 'default', 'serde']),
    });
    const ureq = (crates as { name: string; features: string[] }[]).find(({ name }) => name === 'ureq');
    expect(ureq?.features).toContain('charset');
    expect(ureq?.features).not.toContain('default');
    const names = new Set((crates as { name: string }[]).map(({ name }) => name));
    // pgrx's own are the starter's; its benchmarks are asked for by a feature, and told by the folder of sources.
    expect(names).toEqual(new Set(['pgrx', 'pgrx-tests', ...lines.map((line) => line.split(' ')[0])]));
  });

  it('are all there is: another one is refused by name', async () => {
    await depend(['left-pad = "1"']);
    const { code, stderr } = await session.run(build);
    expect(code).toBe(101);
    expect(stderr).toMatch(/no matching package named `left-pad` found/);
  });
});
