import { useEffect } from 'react';
import { useSessionChannel, useSessionStore } from '../session/SessionProvider.tsx';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { followTyping } from './followTyping.ts';

/** Checks what is typed as long as the page is there. For one component of a page. */
export function useFollowTyping(): void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const channel = useSessionChannel();
  useEffect(() => {
    const following = followTyping({ workspace, session, channel, isHidden: () => document.hidden });
    const ending = new AbortController();
    document.addEventListener('visibilitychange', following.visible, { signal: ending.signal });
    return () => {
      ending.abort();
      following.stop();
    };
  }, [workspace, session, channel]);
}
