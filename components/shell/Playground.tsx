'use client';
import { ConnectionsProvider } from '../connections/ConnectionsProvider.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { usePageSession } from '../session/usePageSession.ts';
import type { Starter } from '../workspace/starter.ts';
import { useKeptDraft } from '../workspace/useKeptDraft.ts';
import { useTabClaim } from '../workspace/useTabClaim.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { Shell } from './Shell.tsx';

/** The page with what it works on: the files, and the session at the server. */
export function Playground({ starter }: { starter: Starter }) {
  return (
    <WorkspaceProvider starter={starter}>
      <ConnectedShell />
    </WorkspaceProvider>
  );
}

function ConnectedShell() {
  const tab = useTabClaim();
  useKeptDraft(tab);
  const session = usePageSession(tab?.id ?? null);
  return (
    <SessionProvider session={session}>
      <ConnectionsProvider>
        <Shell />
      </ConnectionsProvider>
    </SessionProvider>
  );
}
