'use client';
import { usePage } from '../../page/usePage.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { isRunning } from '../../session/state/isRunning.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { sameFiles } from '../../workspace/sameProject.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { useLesson } from '../LessonProvider.tsx';
import { lastCheck } from '../lastCheck.ts';
import { CheckList } from './CheckList.tsx';
import { checkReport } from './checkReport.ts';
import { DockAsk } from './DockAsk.tsx';
import { useDock } from './dockStore.ts';
import { LessonSteps } from './LessonSteps.tsx';
import { LostFilesNote } from './LostFilesNote.tsx';
import { useLessonPostgres } from './useLessonPostgres.ts';

/** Below the text: what is wanted and how it stands, hints, the solution, and the ways on. */
export function LessonDock() {
  const { showTool } = usePage();
  const lesson = useLesson();
  const check = useSession(lastCheck);
  const checking = useSession((state) => isRunning(state) && state.current?.request?.mode === 'lessonCheck');
  const cancel = useSession((state) => state.cancel);
  const refusal = useSession((state) => state.refusal);
  const files = useWorkspace((state) => state.files);
  const noPostgres = useLessonPostgres();
  const shownHints = useDock((state) => state.hints);
  if (!lesson) return null;
  const { items, outcome, words } = checkReport(lesson.checks, check);
  const changed = check?.done && check.request && !sameFiles(check.request.files, files);
  const offersHint = (outcome === 'failed' || outcome === 'notBuilt') && shownHints < lesson.hints.length;
  return (
    <section
      id="lesson-dock"
      aria-label="Checks and navigation"
      className="no-print flex max-h-[60%] shrink-0 flex-col border-line border-t bg-sunken"
    >
      <ScrollRegion className="min-h-0 space-y-2 overflow-y-auto px-4 py-2">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="font-medium">Checks</h2>
          <span className={outcome === 'passed' ? 'font-medium text-pg' : 'text-muted'}>{words}</span>
          {checking && <TextButton onClick={cancel}>Cancel</TextButton>}
          {outcome === 'notBuilt' && (
            <TextButton onClick={() => showTool('problems', 'tool-content')}>Show errors</TextButton>
          )}
          {offersHint && (
            <TextButton onClick={() => useDock.setState({ hints: shownHints + 1 })}>
              Hint {shownHints + 1} of {lesson.hints.length}
            </TextButton>
          )}
          {changed && outcome !== 'none' && (
            <span className="text-faint">You have changed the code since.</span>
          )}
        </div>
        {noPostgres && <p className="bg-warn-soft px-2 py-1">{noPostgres}</p>}
        {refusal && <p className="bg-warn-soft px-2 py-1">Not run: {refusal.message}</p>}
        {lesson.hints.slice(0, shownHints).map((hint, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the hints of a lesson never move
          <div key={index} role="note" aria-label={`Hint ${index + 1}`} className="lesson-prose lesson-hint">
            {hint}
          </div>
        ))}
        <div className={outcome === 'none' ? 'phone:hidden' : ''}>
          <CheckList items={items} />
        </div>
        <LostFilesNote />
        <DockAsk />
      </ScrollRegion>
      <LessonSteps passed={outcome === 'passed'} />
    </section>
  );
}
