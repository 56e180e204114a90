'use client';
import { useState } from 'react';
import { usePageSession } from '../session/usePageSession.ts';
import { useOpenedContent } from '../sharing/address/useOpenedContent.ts';
import { recordedRun } from '../sharing/link/recordedRun.ts';
import { type Shared, SharedProvider } from '../sharing/link/SharedProvider.tsx';
import type { SharedLink } from '../sharing/link/sharedLink.ts';
import { SessionShell } from '../shell/SessionShell.tsx';
import { useKeptDraft } from '../workspace/draft/useKeptDraft.ts';
import { useTabClaim } from '../workspace/draft/useTabClaim.ts';
import type { Starter } from '../workspace/starter.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';

/** The page with what it works on: the files, and the session at the server. With `link` it is that link's page. */
export function Playground({ starter, link = null }: { starter: Starter; link?: SharedLink | null }) {
  const [shared] = useState(() => link && { link, recorded: recordedRun(link) });
  return (
    <WorkspaceProvider starter={starter}>
      <ConnectedShell shared={shared} />
    </WorkspaceProvider>
  );
}

function ConnectedShell({ shared }: { shared: Shared | null }) {
  const tab = useTabClaim(useOpenedContent(shared?.link.snippet.id ?? null));
  useKeptDraft(tab);
  const session = usePageSession(tab?.id ?? null, shared?.recorded ?? null);
  return (
    <SharedProvider shared={shared}>
      <SessionShell session={session} />
    </SharedProvider>
  );
}
