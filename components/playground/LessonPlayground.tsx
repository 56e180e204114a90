'use client';
import { useLessonDraft } from '../lessons/draft/useLessonDraft.ts';
import { LessonProvider } from '../lessons/LessonProvider.tsx';
import type { LessonView } from '../lessons/lessonView.ts';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { usePageSession } from '../session/usePageSession.ts';
import { Shell } from '../shell/Shell.tsx';
import { useTabClaim } from '../workspace/draft/useTabClaim.ts';
import { WorkspaceProvider } from '../workspace/WorkspaceProvider.tsx';

/** A lesson beside the playground, with a draft of its own; all lessons of a tab share one session. */
export function LessonPlayground({ lesson }: { lesson: LessonView }) {
  return (
    <LessonProvider lesson={lesson}>
      <WorkspaceProvider starter={{ ...lesson.start, title: lesson.title }}>
        <ConnectedLesson lesson={lesson} />
      </WorkspaceProvider>
    </LessonProvider>
  );
}

function ConnectedLesson({ lesson }: { lesson: LessonView }) {
  const tab = useTabClaim(null);
  useLessonDraft(lesson);
  const session = usePageSession(tab && `${tab.id}:lessons`, null, lesson.key);
  return (
    <SessionProvider session={session}>
      <Shell />
    </SessionProvider>
  );
}
