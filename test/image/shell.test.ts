import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testMajors } from '../support/subject.ts';
import { type ImageSession, openSession } from './openSession.ts';

/** Each compiles in the container, beside whatever else the machine does. */
const slow = 180_000;

describe.each(testMajors)('cargo pgrx by hand, offline, on Postgres %i', (major) => {
  let session: ImageSession;
  beforeAll(async () => {
    session = await openSession('shell', major);
  });
  afterAll(() => session[Symbol.asyncDispose]());
  const sh = async (script: string, cwd = '/work/by_hand') => {
    const { stdout } = await session.run(['bash', '-c', script], { cwd });
    return stdout;
  };

  test('new makes a project for the Postgres that is there', async () => {
    const text = await sh('cargo pgrx new by_hand && grep ^default by_hand/Cargo.toml', '/work');
    expect(text).toContain(`default = ["pg${major}"]`);
  });

  test(
    'schema, run and connect do as the documentation says, without compiling pgrx again',
    async () => {
      const schema = await sh('cargo pgrx schema 2>&1');
      expect(schema).toContain('CREATE  FUNCTION "hello_by_hand"()');
      expect(schema).not.toContain('Compiling pgrx');
      const run = await sh(
        "printf 'create extension by_hand; select hello_by_hand();' | cargo pgrx run 2>/dev/null",
      );
      expect(run).toContain('Hello, by_hand');
      const connect = await sh("echo 'select hello_by_hand();' | cargo pgrx connect 2>/dev/null");
      expect(connect).toContain('Hello, by_hand');
      expect(await sh('cargo pgrx stop 2>&1')).toContain('Stopping');
    },
    slow,
  );

  test(
    'package makes the files that install puts in place',
    async () => {
      const text = await sh(
        'cargo pgrx package --debug >/dev/null 2>&1; find /work/target/debug/by_hand-pg* -type f',
      );
      for (const file of ['by_hand.so', 'by_hand.control', 'by_hand--0.0.0.sql'])
        expect(text).toContain(`/${file}`);
    },
    slow,
  );
});
