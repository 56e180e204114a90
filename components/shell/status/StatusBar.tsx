'use client';
import { versionName } from '../../../protocol/versions.ts';
import { Parts } from '../../page/FeaturesProvider.tsx';
import { useIsLesson } from '../../page/lessonPage.tsx';
import { usePgrxChoice } from '../../page/usePgrxChoice.ts';
import { usePostgresChoice } from '../../page/usePostgresChoice.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { countOf } from '../../ui/format/countOf.ts';
import { TextButton } from '../../ui/TextButton.tsx';
import { useNow } from '../../ui/useNow.ts';
import { PgrxPicker } from '../top/PgrxPicker.tsx';
import { ConnectionStatus } from './ConnectionStatus.tsx';
import { DraftStatus } from './DraftStatus.tsx';
import { ResetUndo } from './ResetUndo.tsx';
import { sleepText } from './sleepText.ts';

/** How things stand: the connection and the container, what runs here, the draft, and when the container sleeps. */
export function StatusBar() {
  const isLesson = useIsLesson();
  const pgrx = usePgrxChoice();
  const current = usePostgresChoice()?.current;
  const queue = useSession((state) => state.queue);
  const container = useSession((state) => state.container);
  const idleEndsAt = useSession((state) => state.idleEndsAt);
  const ageEndsAt = useSession((state) => state.ageEndsAt);
  const ending = useSession((state) => state.ending);
  const keepAwake = useSession((state) => state.keepAwake);
  const now = useNow(1000);
  const sleep = sleepText({ container, idleEndsAt, ageEndsAt, ending }, now);
  return (
    <footer className="flex min-h-7 shrink-0 items-center gap-x-4 overflow-hidden whitespace-nowrap border-line border-t px-3 text-muted text-small">
      <ConnectionStatus now={now} />
      {pgrx && (
        <span className="hidden lg:inline">
          {current && `Postgres ${versionName(current.version)}${current.missing ? ' (unavailable)' : ''} · `}
          pgrx {pgrx.current.version} · rustc {pgrx.versions.rustc}
        </span>
      )}
      {/* A phone's top bar has no room for it. */}
      <span className="hidden phone:inline">
        <PgrxPicker />
      </span>
      <Parts place="statusStart" />
      <span className="ml-auto" />
      <Parts place="status" />
      {!isLesson && <ResetUndo />}
      <DraftStatus />
      {queue > 0 && <span>{countOf(queue, 'person', 'people')} waiting</span>}
      {sleep && (
        <span className={sleep.soon ? 'font-medium text-warn' : ''}>
          <span className="tabular-nums">{sleep.text}</span>
          {sleep.canKeepAwake && (
            <>
              {' · '}
              <TextButton onClick={keepAwake}>Keep awake</TextButton>
            </>
          )}
        </span>
      )}
    </footer>
  );
}
