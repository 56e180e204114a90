'use client';
import { useState } from 'react';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { linkStarter } from '../sharing/link/linkStarter.ts';
import { recordedRun } from '../sharing/link/recordedRun.ts';
import { type Shared, SharedProvider } from '../sharing/link/SharedProvider.tsx';
import type { SharedLink } from '../sharing/link/sharedLink.ts';
import type { Starter } from '../workspace/starter.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';
import { EmbedView } from './EmbedView.tsx';
import type { EmbedOptions } from './embedOptions.ts';
import { useEmbedSession } from './useEmbedSession.ts';

/** A link's project in a frame of another page. */
export function EmbeddedLink({ link, options }: { link: SharedLink; options: EmbedOptions }) {
  const [shared] = useState(() => ({ link, recorded: recordedRun(link) }));
  return <EmbedPlayground starter={linkStarter(link)} shared={shared} options={options} />;
}

interface EmbedPlaygroundProps {
  starter: Starter;
  shared: Shared | null;
  options: EmbedOptions;
}

/** A project in a frame of another page: what is worked on, and a session that begins with the first run. */
export function EmbedPlayground({ starter, shared, options }: EmbedPlaygroundProps) {
  const { session, connect } = useEmbedSession(shared?.recorded ?? null);
  return (
    <WorkspaceProvider starter={starter}>
      <SharedProvider shared={shared}>
        <SessionProvider session={session}>
          <EmbedView options={options} connect={connect} />
        </SessionProvider>
      </SharedProvider>
    </WorkspaceProvider>
  );
}
