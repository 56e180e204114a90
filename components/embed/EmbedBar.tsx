'use client';
import { ExternalLink } from 'lucide-react';
import { defaultMajor, majorName } from '../../protocol/versions.ts';
import { RunButton } from '../page/RunButton.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { Mark } from '../ui/Mark.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import type { EmbedRun } from './useEmbedRun.ts';
import { useWholeAddress } from './useWholeAddress.ts';

/** What it is, where to go on with it, and Run. */
export function EmbedBar({ embedRun }: { embedRun: EmbedRun }) {
  const title = useWorkspace((state) => state.title);
  const chosen = useWorkspace((state) => state.postgres);
  const versions = useSession((state) => state.versions);
  const addressOf = useWholeAddress();
  const postgres = chosen ?? defaultMajor(versions);
  return (
    <header className="flex min-h-10 items-center gap-2 border-line border-b px-3 py-1">
      <Mark />
      <h1 className="min-w-0 truncate font-medium">
        <bdi>{title || 'pgrx playground'}</bdi>
      </h1>
      {postgres !== null && (
        <span className="whitespace-nowrap text-muted phone:hidden">
          Postgres {majorName(postgres, versions)}
        </span>
      )}
      <a
        href="/"
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          // Only now: what was edited goes along.
          event.currentTarget.href = addressOf();
        }}
        onAuxClick={(event) => {
          event.currentTarget.href = addressOf();
        }}
        className="ml-auto inline-flex shrink-0 items-center gap-1 rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink"
      >
        <ExternalLink aria-hidden size={13} strokeWidth={1.75} />
        <span className="phone:hidden">Open in playground</span>
        <span className="not-phone:hidden">Open</span>
      </a>
      {embedRun.connecting ? (
        <button
          type="button"
          onClick={embedRun.giveUp}
          className="h-7 min-w-26 shrink-0 rounded border border-line-strong px-3 font-medium hover:bg-hover"
        >
          Cancel
        </button>
      ) : (
        <RunButton onRun={embedRun.run} className="h-7 min-w-26 shrink-0" />
      )}
    </header>
  );
}
