'use client';
import { useState } from 'react';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { usePageSession } from '../session/usePageSession.ts';
import { useOpenedContent } from '../sharing/address/useOpenedContent.ts';
import { linkStarter } from '../sharing/link/linkStarter.ts';
import { recordedRun } from '../sharing/link/recordedRun.ts';
import { type Shared, SharedProvider } from '../sharing/link/SharedProvider.tsx';
import type { SharedLink } from '../sharing/link/sharedLink.ts';
import { Shell } from '../shell/Shell.tsx';
import { useKeptDraft } from '../workspace/draft/useKeptDraft.ts';
import { useTabClaim } from '../workspace/draft/useTabClaim.ts';
import type { Starter } from '../workspace/starter.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';

/** The page with what it works on: the files, and the session at the server. */
export function Playground({ starter }: { starter: Starter }) {
  return (
    <WorkspaceProvider starter={starter}>
      <ConnectedShell shared={null} />
    </WorkspaceProvider>
  );
}

/** The page of a link: its project, and what Postgres said of it. */
export function LinkPlayground({ link }: { link: SharedLink }) {
  const [shared] = useState(() => ({ link, recorded: recordedRun(link) }));
  const [starter] = useState(() => linkStarter(link));
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
      <SessionProvider session={session}>
        <Shell />
      </SessionProvider>
    </SharedProvider>
  );
}
