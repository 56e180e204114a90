import type { WorkspaceStore } from './createWorkspaceStore.ts';

/** Postgres's settings of a project. */
export const confPath = 'postgresql.conf';

/** Puts the text into the project's postgresql.conf, which is there as long as it says anything; the open file stays open. */
export function writeConf(workspace: WorkspaceStore, text: string): void {
  const { files, active, add, edit, remove, open } = workspace.getState();
  if (confPath in files) {
    if (text.trim() === '') remove(confPath);
    else edit(confPath, text);
    return;
  }
  add(confPath, text);
  open(active);
}
