import { useCallback } from 'react';
import type { StarterEntry } from '../../protocol/starter.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { fetchStarter } from './fetchStarters.ts';
import { useStarters } from './startersStore.ts';

/** Puts a starter in the place of what is on the page, which can be undone. Of several that were asked for, the last counts. */
export function useBeginWith(): (starter: StarterEntry) => Promise<void> {
  const workspace = useWorkspaceStore();
  return useCallback(
    async ({ name, title }) => {
      useStarters.setState({ loading: name, problem: null });
      const starter = await fetchStarter(name);
      if (useStarters.getState().loading !== name) return;
      const problem = starter ? null : `“${title}” couldn’t be loaded. Try again in a moment.`;
      useStarters.setState({ loading: null, problem });
      if (starter) workspace.getState().reset({ files: starter.files, sql: starter.sql, title });
    },
    [workspace],
  );
}
