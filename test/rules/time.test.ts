import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectFiles } from './projectFiles.ts';

/** What needs the date: it is stored, shown, or always the same one. */
const dated = [
  'archive/packProject.ts',
  'components/lessons/catalogue/useKeptProgress.ts',
  'components/lessons/draft/takeToPlayground.ts',
  'components/sharing/panel/OwnLinks.tsx',
  'components/sharing/panel/useSharing.ts',
  'components/workspace/draft/DraftShelf.ts',
  'components/workspace/draft/keepDraft.ts',
  'server/base/clock.ts',
];

it('measures and waits by clocks that nobody can set: the date is asked where it is stored or shown', () => {
  const code = projectFiles().filter(
    (path) =>
      /\.(ts|tsx|mjs)$/.test(path) &&
      !/\.test\.tsx?$|(^|\/)fake\w*\.ts$/.test(path) &&
      !/^(docker|test)\//.test(path),
  );
  const asking = code.filter((path) => /\bDate\.now\b|\bnew Date\b/.test(readFileSync(path, 'utf8')));
  expect(asking).toEqual(dated);
});
