import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openTasks } from './tasks.ts';

test('splits scripts and packs projects on threads of their own', async () => {
  await using tasks = openTasks();
  const project = { files: { 'src/lib.rs': '// é' }, sql: 'select 1;', postgres: 17, pgrx: '0.19.3' };
  const [small, large, tests, packed] = await Promise.all([
    tasks.run('splitScript', 'select 1; select 2', 'a'),
    tasks.run('splitScript', `select ${'1,'.repeat(8_000)}1; select 2`, 'a'),
    tasks.run('rustTests', { 'src/lib.rs': '#[pg_test]\nfn one() {}\n' }, 'a'),
    tasks.run('packProject', [project, 'zip'], 'a'),
  ]);
  expect(small.ok && small.value.map(({ text }) => text)).toEqual(['select 1', 'select 2']);
  expect(large.ok && large.value).toHaveLength(2);
  expect(tests.ok && tests.value).toMatchObject([{ kind: 'pg_test', fn: 'one' }]);
  expect(packed.ok && Object.keys(unzipSync(packed.value.bytes))).toContain('extension/src/lib.rs');
});
