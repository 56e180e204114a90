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
      expect(schema).not.toContain('Compiling pgrx v');
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
    'package makes the files that install puts in place, from the crates that are compiled already',
    async () => {
      const text = await sh('cargo pgrx package 2>&1; find /work/target/debug/by_hand-pg* -type f');
      for (const file of ['by_hand.so', 'by_hand.control', 'by_hand--0.0.0.sql'])
        expect(text).toContain(`/${file}`);
      expect(text).toContain('playground: compiled with cargo’s dev profile');
      expect(text).not.toContain('Compiling pgrx v');
    },
    slow,
  );

  test(
    'test, regress and bench run, without compiling pgrx again',
    async () => {
      const tested = await sh('cargo pgrx test 2>&1');
      expect(tested).toContain('test tests::pg_test_hello_by_hand ... ok');
      const regress = await sh('cargo pgrx regress --resetdb 2>&1 </dev/null');
      expect(regress).toContain('passed=1 failed=0');
      // What it measures takes ten seconds.
      const bench = await sh('cargo pgrx bench --list 2>&1 </dev/null');
      expect(bench).toContain('bench_hello_by_hand');
      for (const said of [tested, regress, bench]) expect(said).not.toContain('Compiling pgrx v');
    },
    slow,
  );

  test(
    'new -b makes a background worker that compiles',
    async () => {
      const text = await sh(
        'cargo pgrx new -b worker 2>&1 && cd worker && cargo check --offline 2>&1',
        '/work',
      );
      expect(text).toContain('Finished');
      expect(text).not.toContain('error');
    },
    slow,
  );

  test('what is there already, or can’t be had, is told in a sentence', async () => {
    const interactive = async (command: string) => sh(`bash -ic '${command}' 2>&1`);
    expect(await sh('cargo pgrx init 2>&1')).toContain(`there is nothing to initialise: PostgreSQL ${major}`);
    expect(await sh('cargo pgrx upgrade 2>&1')).toContain('no network');
    expect(await interactive('cargo install --locked cargo-pgrx')).toContain('is installed. Start with');
    expect(await interactive('cargo install ripgrep')).toContain('can’t install anything from a registry');
    expect(await interactive('rustup update')).toContain('Rust comes with the session');
    expect(await interactive('cargo --version')).toMatch(/^cargo 1\./m);
  });

  test('git, nano and vim are there', async () => {
    const text = await sh(
      'git init -q . && git add -A && git status --short | head -1; nano --version; vim --version',
    );
    expect(text).toContain('A  ');
    expect(text).toContain('GNU nano');
    expect(text).toContain('VIM - Vi IMproved');
  });
});
