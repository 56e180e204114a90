import { expect, it } from 'vitest';
import { createWorkspaceStore } from './createWorkspaceStore.ts';
import { toRunRequest } from './toRunRequest.ts';

const files = { 'src/lib.rs': 'lib' };
const link = { files, sql: 'SELECT 1', link: 'abcdefghijkl', lock: '# of the link' };

it('[K5] sends a link’s lock file, until the page begins with another project', () => {
  const workspace = createWorkspaceStore(link);
  workspace.getState().edit('src/lib.rs', 'changed');
  expect(toRunRequest(workspace.getState())).toMatchObject({ ok: true, value: { lock: '# of the link' } });
  workspace.getState().reset({ files, sql: '' });
  expect(toRunRequest(workspace.getState())).toEqual({
    ok: true,
    value: { files, sql: '', mode: 'run' },
  });
});

it('says why the server would not take it', () => {
  const workspace = createWorkspaceStore({ files: { 'src/main.rs': '' }, sql: '' });
  expect(toRunRequest(workspace.getState())).toEqual({
    ok: false,
    error: expect.stringContaining('src/lib.rs is missing'),
  });
});
