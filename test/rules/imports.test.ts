import { expect, it } from 'vitest';
import { forbiddenImport } from './forbiddenImport.ts';
import { importsOf } from './importsOf.ts';
import { projectFiles } from './projectFiles.ts';

it('holds the rooms to what each may import', () => {
  const modules = projectFiles().filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const broken = modules.flatMap((file) =>
    importsOf(file).flatMap((target) => {
      const why = forbiddenImport(file, target);
      return why ? [`${file}: ${why}`] : [];
    }),
  );
  expect(modules.length).toBeGreaterThan(50);
  expect(broken).toEqual([]);
});

it.each([
  ['app/page.tsx', 'server/sessions/Sessions.ts'],
  ['components/results/x.ts', 'components/shell/x.ts'],
  ['components/page/x.ts', 'components/results/x.ts'],
  ['components/page/x.ts', 'components/results/feature.tsx'],
  ['components/results/x.ts', 'components/problems/feature.tsx'],
  ['components/shell/x.ts', 'components/results/x.ts'],
  ['components/shell/x.ts', 'components/sharing/panel/feature.tsx'],
  ['components/results/x.ts', 'components/editor/x.ts'],
  ['components/shell/x.ts', 'server/base/clock.ts'],
  ['components/shell/x.ts', 'monaco-editor'],
  ['components/shell/x.ts', 'test/support/FakeSandbox.ts'],
  ['server/sql/x.ts', 'server/sessions/Sessions.ts'],
  ['server/sessions/x.ts', 'server/sandbox/x.ts'],
  ['server/sessions/x.ts', 'dockerode'],
  ['server/http/x.ts', 'server/sql/x.ts'],
  ['protocol/x.ts', 'ws'],
  ['protocol/x.ts', 'server/base/clock.ts'],
  ['setup/x.mjs', 'zod'],
])('refuses %s importing %s', (file, target) => {
  expect(forbiddenImport(file, target)).not.toBeNull();
});

it.each([
  ['app/page.tsx', 'components/playground/x.tsx'],
  ['components/results/x.ts', 'components/results/y.ts'],
  ['components/results/x.ts', 'components/page/usePage.ts'],
  ['components/shell/features.ts', 'components/problems/feature.tsx'],
  ['components/editor/x.ts', 'monaco-editor'],
  ['server/main.ts', 'server/sandbox/x.ts'],
  ['server/sandbox/x.ts', 'dockerode'],
  ['server/sessions/x.test.ts', 'test/support/FakeSandbox.ts'],
  ['protocol/x.ts', 'zod'],
  ['protocol/x.test.ts', 'fast-check'],
  ['setup/x.mjs', 'node:fs'],
])('allows %s importing %s', (file, target) => {
  expect(forbiddenImport(file, target)).toBeNull();
});

it('reads every kind of import', () => {
  const source = `import a from './a.ts'; import type { B } from '../b.ts'; export { c } from './c.ts'; export * from './d.ts';
    await import('./e.ts'); await import(name); import '@xterm/xterm/css/x.css'; import fs from 'node:fs/promises';`;
  expect(importsOf('one/two/x.ts', source).sort()).toEqual(
    [
      '@xterm/xterm',
      'name',
      'node:fs',
      'one/b.ts',
      'one/two/a.ts',
      'one/two/c.ts',
      'one/two/d.ts',
      'one/two/e.ts',
    ].sort(),
  );
});
