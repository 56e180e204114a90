import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from './build.ts';
import { type ImageSession, openSession } from './openSession.ts';

const library = '/work/target/debug/libmy_extension.so';

describe('the linker', () => {
  let session: ImageSession;
  beforeAll(async () => {
    session = await openSession('linker');
    await session.shell('cp -R /opt/pgrx/starter/. .; mkdir /tmp/plain; ln -s /usr/bin/mold /tmp/plain/ld');
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
  });

  /** Links with more arguments for the compiler driver; resolves to what the linker read, and which functions came of it. */
  async function link(...more: string[]): Promise<{ read: string[]; functions: Set<string> }> {
    const flags = [...more, '-Wl,--trace'].map((flag) => `-Clink-arg=${flag}`);
    const { code, stdout, stderr } = await session.run([...build, ...flags]);
    expect(code, stderr).toBe(0);
    const read = [...`${stdout}${stderr}`.matchAll(/\/[^\s()]+\.rlib/g)].map(([path]) => path);
    const symbols = await session.shell(
      `nm --defined-only ${library} | grep -i ' t ' | cut -d' ' -f3 | sort -u`,
    );
    return { read, functions: new Set(symbols.split('\n')) };
  }

  it('reads an extension’s dependencies with their sections merged, and leaves nothing out', async () => {
    const merged = await link();
    expect(merged.read.filter((path) => /libpgrx(?:_pg_sys)?-/.test(path))).not.toEqual([]);
    expect(merged.read.filter((path) => !path.startsWith('/opt/pgrx/merged/'))).toEqual(
      merged.read.filter((path) => path.includes('compiler_builtins')),
    );
    const apart = await link('-B/tmp/plain');
    expect(apart.read.filter((path) => path.startsWith('/opt/pgrx/merged/'))).toEqual([]);
    expect([...apart.functions].filter((name) => !merged.functions.has(name))).toEqual([]);
    expect(apart.functions.size).toBeGreaterThan(10_000);
  });

  it('reads those of a session’s own as they are, by whatever name', async () => {
    await session.shell(`
      cd /work/target/debug/deps
      for library in libpgrx-*.rlib; do cp -L "$library" /tmp/own; rm "$library"; cp -p /tmp/own "$library"; done`);
    const { read } = await link();
    expect(read.filter((path) => /\/libpgrx-/.test(path))).toEqual(
      read.filter((path) => /^\/work\/target\/debug\/deps\/libpgrx-/.test(path)),
    );
    expect(read.some((path) => /\/libpgrx-/.test(path))).toBe(true);
  });

  it('drops what a program does not use, so that one can be made without Postgres', async () => {
    const { code, stderr } = await session.run(['cargo', 'test', '--offline', '--lib', '--no-run']);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('Executable');
  });
});
