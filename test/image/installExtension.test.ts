import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAndInstall } from './build.ts';
import { type ImageSession, openSession, projectFile } from './openSession.ts';

describe('install-extension', () => {
  let session: ImageSession;
  beforeAll(async () => {
    session = await openSession('install');
    await session.shell('cp -R /opt/pgrx/starter/. .');
    await session.shell(buildAndInstall('my_extension', 'pg17'));
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await session.shell('rm -f *.control; cp -R /opt/pgrx/starter/. .');
  });

  async function install(so = '/work/target/debug/libmy_extension.so') {
    const { stdout, code } = await session.run([
      'install-extension',
      '--so',
      so,
      '--manifest',
      '/work/project/Cargo.toml',
    ]);
    return {
      code,
      answer: JSON.parse(stdout) as Record<string, unknown> & { error?: { kind: string; message: string } },
    };
  }

  it('answers with the SQL and with what changed', async () => {
    await session.shell('find /install -type f -delete');
    const first = await install();
    expect(first).toMatchObject({
      code: 0,
      answer: {
        name: 'my_extension',
        version: '0.0.0',
        sqlChanged: true,
        soChanged: true,
        controlChanged: true,
        preload: false,
      },
    });
    expect(first.answer.sql).toMatch(/CREATE {2}FUNCTION "hello_my_extension"\(\) RETURNS TEXT/);
    expect(first.answer.libraryPath).toBe('/usr/lib/postgresql/17/lib/my_extension.so');
    expect((await install()).answer).toMatchObject({
      sqlChanged: false,
      soChanged: false,
      controlChanged: false,
    });
    expect(await session.shell('ls -A /install/lib /install/extension | grep new || true')).toBe('');
  });

  const failures: [kind: string, change: string][] = [
    ['noControlFile', 'rm my_extension.control'],
    ['ambiguousControlFile', 'cp my_extension.control other.control'],
    ['badControlFile', 'echo "comment = x" > my_extension.control'],
    ['badControlFile', 'rm my_extension.control; ln -s /dev/zero my_extension.control'],
    ['badControlFile', 'rm my_extension.control; mkfifo my_extension.control'],
    ['badName', 'mv my_extension.control a--b.control'],
    ['badVersion', `sed -i "s/@CARGO_VERSION@/..\\/..\\/x/" my_extension.control`],
    ['noGitHash', 'echo "# @GIT_HASH@" >> my_extension.control'],
    ['badManifest', 'echo "[" > Cargo.toml'],
    ['badUpdateScript', 'mkdir -p sql; ln -s /dev/zero sql/my_extension--1--2.sql'],
  ];
  it.each(failures)('tells %s after %s', async (kind, change) => {
    await session.shell(change);
    expect(await install()).toMatchObject({ code: 1, answer: { error: { kind } } });
    await session.shell('rm -rf sql');
  });

  it('tells a missing library, one that is none, and one without a schema', async () => {
    const kind = async (so: string) => (await install(so)).answer.error?.kind;
    expect(await kind('/work/target/none.so')).toBe('noLibrary');
    expect(await kind('/work/project/Cargo.toml')).toBe('badLibrary');
    expect(await kind('/usr/lib/postgresql/17/lib/pg_trgm.so')).toBe('noSchemaSection');
  });

  it('survives a schema section full of nonsense', async () => {
    await session.shell(`
      head -c 4000 /dev/urandom > /work/section
      objcopy --update-section .pgrxsc=/work/section /work/target/debug/libmy_extension.so /work/bad.so`);
    expect((await install('/work/bad.so')).answer).toMatchObject({ error: { kind: 'schema' } });
  });

  it("passes pgrx's own words on when the SQL cannot be ordered", async () => {
    await session.write({
      'src/lib.rs': `use pgrx::prelude::*;
::pgrx::pg_module_magic!(name, version);
extension_sql!("SELECT 1;", name = "a", requires = ["nowhere"]);
#[pg_extern]
fn one() -> i32 { 1 }
`,
    });
    await session.run(['/bin/sh', '-c', buildAndInstall('my_extension', 'pg17')]);
    const { code, answer } = await install();
    expect(code).toBe(1);
    expect(answer.error?.kind).toBe('schema');
    expect(answer.error?.message).toMatch(/nowhere/);
  });

  it.each(['shmem', 'worker'])(
    'says that the %s project must be preloaded, and Postgres agrees',
    async (project) => {
      await session.write({ 'src/lib.rs': projectFile(`${project}/lib.rs`) });
      const lines = await session.shell(`${buildAndInstall('my_extension', 'pg17')} | tail -1`);
      expect(JSON.parse(lines.split('\n').at(-1) ?? '')).toMatchObject({ preload: true });
      await session.write({ '/pgdata/playground.conf': "shared_preload_libraries = 'my_extension'\n" });
      await session.shell('job-kill postgres KILL; postgres-start');
      const query = project === 'shmem' ? 'SELECT next() + next()' : 'SELECT answer()';
      await session.shell(
        'psql -qc "DROP EXTENSION IF EXISTS my_extension" -c "CREATE EXTENSION my_extension"',
      );
      expect(await session.shell(`psql -qAt -c "${query}"`)).toBe(project === 'shmem' ? '3' : '42');
      await session.write({ '/pgdata/playground.conf': '' });
      await session.shell('job-kill postgres KILL; postgres-start');
    },
  );
});
