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
        <span className="text-muted text-small">Description, if it needs one</span>
        <textarea
          value={description}
          maxLength={limits.descriptionLength}
          rows={2}
          onChange={(event) => useShare.setState({ description: event.target.value })}
          className={`${field} resize-y font-sans text-[13px]`}
        />
      </label>
      <p className={known || result.kind === 'run' ? 'text-muted' : 'text-warn'}>
        {known ? 'All of this has a link already.' : resultText(result)}
      </p>
      {stage.kind === 'failed' && <ShareProblem failure={stage.failure} />}
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <button
          type="submit"
          disabled={busy}
          className="h-7 rounded bg-run px-3 font-medium text-on-rust hover:bg-run-hover disabled:opacity-60"
        >
          {known || result.kind === 'run' ? 'Copy the link' : 'Copy the link without a result'}
        </button>
        {!known && result.kind === 'none' && !running && !busy && (
          <button
            type="button"
            onClick={() => void sharing.runThenShare()}
            className="h-7 rounded border border-line-strong px-3 font-medium hover:bg-hover"
          >
            Run, then share
          </button>
        )}
        {busy && (
          <span role="status" className={stage.kind === 'sending' ? 'appear-late' : ''}>
            {stage.kind === 'sending' ? 'sharing' : 'running first'} ·{' '}
            <TextButton onClick={sharing.callOff}>
              {stage.kind === 'sending' ? 'cancel' : 'do not share'}
            </TextButton>
          </span>
        )}
      </div>
      <p className="text-muted text-small">
        Whoever has the link sees this text, and what Postgres said. Nothing is kept of you.
      </p>
    </form>
  );
}

function resultText(result: ResultToKeep): string {
  if (result.kind === 'run') return 'The result of the last run goes with it.';
  return {
    notRun: 'Nothing of this has been run here, so no result goes with it.',
    running: 'A run is under way. Until it has ended, no result goes with it.',
    changed: 'The text has changed since the last run, so no result goes with it.',
    unfinished: 'The last run did not end by itself, so no result goes with it.',
  }[result.reason];
}
