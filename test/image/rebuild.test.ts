import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, compiledBy } from './build.ts';
import { type ImageSession, openSession } from './openSession.ts';

describe('compiling in a session', () => {
  let session: ImageSession;
  beforeAll(async () => {
    session = await openSession('rebuild');
    await session.shell('cp -R /opt/pgrx/starter/. .');
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
  });

  it('compiles the own crate only, at first and after an edit', async () => {
    expect(await compiledBy(session, build)).toEqual(['my_extension']);
    await session.shell(`sed -i 's/Hello, /Hi, /' src/lib.rs`);
    expect(await compiledBy(session, build)).toEqual(['my_extension']);
    expect(await compiledBy(session, build)).toEqual([]);
  });

  it('finds the dependencies checked, for the language server and clippy', async () => {
    expect(await compiledBy(session, ['cargo', 'check', '--offline'])).toEqual(['my_extension']);
    expect(await compiledBy(session, ['cargo', 'clippy', '--offline'])).toEqual(['my_extension']);
  });

  it('has the lock file that cargo would write', async () => {
    expect(await session.shell('cmp Cargo.lock /opt/pgrx/starter/Cargo.lock && echo same')).toBe('same');
  });

  it('tells a panic with the line of the own source', async () => {
    await session.shell(
      `sed -i 's/"Hello, my_extension"$/panic!("oh")/; s/"Hi, my_extension"$/panic!("oh")/' src/lib.rs`,
    );
    await session.shell('cargo pgrx install >&2');
    const { stderr } = await session.run([
      'psql',
      '-c',
      'CREATE EXTENSION my_extension',
      '-c',
      'SELECT hello_my_extension()',
    ]);
    expect(stderr).toMatch(/ERROR:\s+oh/);
    expect(stderr).toMatch(/src\/lib\.rs:7/);
  });
});
