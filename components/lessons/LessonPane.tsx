'use client';
import { ConnectionBlocksContext } from './article/connectionBlocks.ts';
import { LessonArticle } from './article/LessonArticle.tsx';
import { useConnectionBlocks } from './article/useConnectionBlocks.ts';
import { LessonDock } from './dock/LessonDock.tsx';

/** The lesson's text, and below it what is wanted and the ways on. */
export function LessonPane() {
  const blocks = useConnectionBlocks();
  return (
    <div className="flex h-full flex-col bg-pane">
      <ConnectionBlocksContext value={blocks}>
        <LessonArticle />
      </ConnectionBlocksContext>
      <LessonDock />
    </div>
  );
}
