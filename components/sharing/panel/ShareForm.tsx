'use client';
import { useShallow } from 'zustand/react/shallow';
import { limits } from '../../../protocol/limits.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { isRunning } from '../../session/state/isRunning.ts';
import { TextButton } from '../../ui/TextButton.tsx';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { type ResultToKeep, resultToKeep } from '../copy/resultToKeep.ts';
import { ShareProblem } from './ShareProblem.tsx';
import { useShare } from './shareStore.ts';
import type { Sharing } from './useSharing.ts';

const field =
  'block w-full rounded border border-line-strong bg-pane px-2 py-1 text-ink placeholder:text-faint';

/** What is said with the project, what of its results goes with it, and the button. */
export function ShareForm({ sharing }: { sharing: Sharing }) {
  const title = useWorkspace((state) => state.title);
  const setTitle = useWorkspace((state) => state.setTitle);
  const content = useWorkspace((state) => state);
  const parts = useSession(useShallow(({ current, session, versions }) => ({ current, session, versions })));
  const running = useSession(isRunning);
  const description = useShare((state) => state.description);
  const stage = useShare((state) => state.stage);
  const result = resultToKeep(parts, content);
  const known = sharing.known();
  const busy = stage.kind === 'sending' || stage.kind === 'running';
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        void sharing.share();
      }}
    >
      <label className="block">
        <span className="text-muted text-small">Title</span>
        <input
          value={title}
          maxLength={limits.titleLength}
          placeholder="Untitled"
          onChange={(event) => setTitle(event.target.value)}
          className={field}
        />
      </label>
      <label className="block">
        <span className="text-muted text-small">Description (optional)</span>
        <textarea
          value={description}
          maxLength={limits.descriptionLength}
          rows={2}
          onChange={(event) => useShare.setState({ description: event.target.value })}
          className={`${field} resize-y font-sans text-[13px]`}
        />
      </label>
      <p className={known || result.kind === 'run' ? 'text-muted' : 'text-warn'}>
        {known ? 'Already shared. Copy the existing link.' : resultText(result)}
      </p>
      {stage.kind === 'failed' && <ShareProblem failure={stage.failure} />}
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <button
          type="submit"
          disabled={busy}
          className="h-7 rounded bg-run px-3 font-medium text-on-rust hover:bg-run-hover disabled:opacity-60"
        >
          {known || result.kind === 'run' ? 'Copy link' : 'Copy link without result'}
        </button>
        {!known && result.kind === 'none' && !running && !busy && (
          <button
            type="button"
            onClick={() => void sharing.runThenShare()}
            className="h-7 rounded border border-line-strong px-3 font-medium hover:bg-hover"
          >
            Run and share
          </button>
        )}
        {busy && (
          <span role="status" className={stage.kind === 'sending' ? 'appear-late' : ''}>
            {stage.kind === 'sending' ? 'Sharing…' : 'Running first…'} ·{' '}
            <TextButton onClick={sharing.callOff}>
              {stage.kind === 'sending' ? 'Cancel' : 'Don’t share'}
            </TextButton>
          </span>
        )}
      </div>
      <p className="text-muted text-small">
        Anyone with the link can see the code and its results. We store nothing about you.
      </p>
    </form>
  );
}

function resultText(result: ResultToKeep): string {
  if (result.kind === 'run') return 'The link will include the result of the last run.';
  return {
    notRun: 'This code hasn’t been run, so the link won’t include a result.',
    running: 'A run is in progress. The link includes a result only after it finishes.',
    changed: 'The code has changed since the last run, so the link won’t include a result.',
    unfinished: 'The last run didn’t finish, so the link won’t include a result.',
  }[result.reason];
}
