import { expect, test } from 'vitest';
import { runLogText } from './runLogText.ts';

test('keeps what code and workers log, and leaves out what the run or Postgres tells anyway', () => {
  const log = `2026-11-30 12:02:13.849 GMT [50] LOG:  skipping missing configuration file "/pgdata/playground.conf"
LOG:  starting PostgreSQL 17.12 on x86_64-pc-linux-gnu, 64-bit
LOG:  database system is ready to accept connections
printed
\tand indented
[src/lib.rs:5:5] a = 1
LOG:  said by log!
STATEMENT:  select f()
ERROR:  attempt to divide by zero
DETAIL:     0: my_extension::div
\t             at src/lib.rs:3
STATEMENT:  select div(1, 0)
ERROR:  column "nothing" does not exist at character 13
WARNING:  careful
ERROR:  could not find function "sweep" in file "little_ext.so"
LOG:  background worker "sweeper" (PID 88) exited with exit code 1

LOG:  server process (PID 72) was terminated by signal 6: Aborted
DETAIL:  Failed process was running: select null_write()
`;
  expect(
    runLogText(log, new Set(['attempt to divide by zero', 'careful', 'column "nothing" does not exist'])),
  ).toBe(`printed
\tand indented
[src/lib.rs:5:5] a = 1
LOG:  said by log!
ERROR:  could not find function "sweep" in file "little_ext.so"
LOG:  background worker "sweeper" (PID 88) exited with exit code 1
`);
});

test('of a log without anything new nothing is left', () => {
  expect(runLogText('LOG:  database system is shut down\n', new Set())).toBe('');
  expect(runLogText('', new Set())).toBe('');
});
