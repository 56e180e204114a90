import { expect, it } from 'vitest';
import { starterContent } from '../../workspace/createWorkspaceStore.ts';
import { linkStarter } from './linkStarter.ts';
import { recordedRun } from './recordedRun.ts';
import type { SharedLink } from './sharedLink.ts';

const link: SharedLink = {
  snippet: {
    id: 'abcdefghijkl',
    title: '',
    description: '',
    postgres: 17,
    files: { 'src/lib.rs': '' },
    sql: '',
    createdAt: '2026-01-01T00:00:00Z',
    madeWith: { postgres: '17.12', pgrx: '0.18.1', rustc: '1.97.1', image: 'older' },
    parents: [],
    recorded: true,
  },
  events: [],
  changes: [],
  lock: null,
  pgrx: '0.18.1',
};

it('[K7] begins with the pgrx that the link runs with, and its recorded run with the same', () => {
  expect(starterContent(linkStarter(link)).pgrx).toBe('0.18.1');
  expect(recordedRun(link)?.request).toMatchObject({ pgrx: '0.18.1' });
  const gone = { ...link, pgrx: null };
  expect(starterContent(linkStarter(gone)).pgrx).toBeNull();
  expect(recordedRun(gone)?.request).not.toHaveProperty('pgrx');
});
