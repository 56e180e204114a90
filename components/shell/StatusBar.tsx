'use client';
import { ArchiveNote } from '../archive/ArchiveNote.tsx';
import { LanguageStatus } from '../languageServer/LanguageStatus.tsx';
import { useLesson } from '../lessons/LessonProvider.tsx';
import { TakenNote } from '../lessons/TakenNote.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { StarterNote } from '../starters/StarterNote.tsx';
import { TypingStatus } from '../typing/TypingStatus.tsx';
import { countOf } from '../ui/countOf.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { ConnectionStatus } from './ConnectionStatus.tsx';
import { DraftStatus } from './DraftStatus.tsx';
import { ResetUndo } from './ResetUndo.tsx';
import { sleepText } from './sleepText.ts';
import { useNow } from './useNow.ts';
import { usePostgresChoice } from './usePostgresChoice.ts';

/** How things stand: the connection and the container, what runs here, the draft, and when the container sleeps. */
export function StatusBar() {
  const isLesson = useLesson() !== null;
  const versions = useSession((state) => state.versions);
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
      {versions && (
        <span className="hidden lg:inline">
          {current && `Postgres ${current.version}${current.missing ? ' (unavailable)' : ''} · `}pgrx{' '}
          {versions.pgrx} · rustc {versions.rustc}
        </span>
      )}
      <LanguageStatus />
      <span className="ml-auto" />
      <TypingStatus />
      {!isLesson && (
        <>
          <TakenNote />
          <StarterNote />
          <ArchiveNote />
          <ResetUndo />
        </>
      )}
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
