'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { versionName } from '../../protocol/versions.ts';
import { pgrxLeftBehind } from '../page/pgrxChoice.ts';
import { leftBehind } from '../page/postgresChoice.ts';
import { usePgrxChoice } from '../page/usePgrxChoice.ts';
import { usePostgresChoice } from '../page/usePostgresChoice.ts';
import { comesBack, waitingTexts } from '../session/offlineRefusal.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { useNow } from '../ui/useNow.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { compilingOf } from './compilingOf.ts';

/** What stands between a press of Run and its results: why nothing was sent, or what it waits for. */
export function RunNotes() {
  const refusal = useSession((state) => state.refusal);
  const dismissRefusal = useSession((state) => state.dismissRefusal);
  const phase = useSession((state) => (isRunning(state) ? state.current?.phases.at(-1) : undefined));
  // With a container, what a run can wait for is its turn to build.
  const hasContainer = useSession((state) => state.container === 'ready');
  const compiling = useSession(compilingOf);
  const incomplete = useSession((state) => state.current?.incomplete ?? false);
  const connection = useSession((state) => state.connection);
  const isWaiting = useSession((state) => state.waiting !== null);
  const current = usePostgresChoice()?.current ?? null;
  const left = useSession((state) => leftBehind(state, current));
  const setPostgres = useWorkspace((state) => state.setPostgres);
  const pgrx = usePgrxChoice();
  const leftPgrx = useSession((state) => pgrxLeftBehind(state, pgrx));
  const setPgrx = useWorkspace((state) => state.setPgrx);
  const now = useNow(refusal?.retryAt ? 1000 : null);
  const waitS = Math.ceil(((refusal?.retryAt ?? 0) - now) / 1000);
  return (
    <>
      {refusal && (
        <Note onDismiss={dismissRefusal}>
          Not run: {refusal.message}
          {waitS > 0 && ` Try again in ${waitS} s.`}
        </Note>
      )}
      {isWaiting && comesBack(connection) && (
        <Note>
          {waitingTexts[connection.state]} The run waits for the connection and then starts by itself.
        </Note>
      )}
      {phase?.phase === 'queued' && phase.position && (
        <Note>
          {hasContainer ? 'Other people’s builds are running.' : 'No container is free.'} You are number{' '}
          {phase.position} in the queue. You can keep editing; the run starts automatically.
        </Note>
      )}
      {compiling && (
        <Note>
          Dependencies are being compiled, which takes longer than a usual build. {compiling.why}
          {compiling.total !== null && ` ${compiling.done} of ${compiling.total} steps are done.`} You can
          keep editing.
        </Note>
      )}
      {phase?.phase === 'starting' && <Note late>Starting a container for you. You can keep editing.</Note>}
      {left !== null && (
        <Note>
          The next run starts a new container with Postgres {versionName(current?.version ?? '')}. The
          Postgres {left} database and everything in it are discarded; your files stay.{' '}
          <TextButton onClick={() => setPostgres(left)}>Keep Postgres {left}</TextButton>
        </Note>
      )}
      {left === null && leftPgrx !== null && (
        <Note>
          The next run starts a new container with pgrx {pgrx?.current.version}. The container with pgrx{' '}
          {leftPgrx} and its database are discarded; your files stay.{' '}
          <TextButton onClick={() => setPgrx(leftPgrx)}>Keep pgrx {leftPgrx}</TextButton>
        </Note>
      )}
      {incomplete && (
        <Note>Some output was lost while you were disconnected. Run again to see all of it.</Note>
      )}
    </>
  );
}

/** `late` notes wait before they show, since what they tell of mostly ends sooner. */
function Note({
  children,
  late,
  onDismiss,
}: {
  children: ReactNode;
  late?: boolean;
  onDismiss?: () => void;
}) {
  return (
    <div
      className={`flex items-start gap-2 border-line bg-warn-soft not-first:border-t px-3 py-1.5 ${late ? 'appear-late' : ''}`}
    >
      <p className="min-w-0 flex-1">{children}</p>
      {onDismiss && <IconButton icon={X} label="Dismiss" onClick={onDismiss} className="-my-0.5" />}
    </div>
  );
}
