'use client';
import { ConnectionBlocksContext } from '../lessons/connectionBlocks.ts';
import { LessonArticle } from '../lessons/LessonArticle.tsx';
import { LessonDock } from '../lessons/LessonDock.tsx';
import { focusTool } from './focusTool.ts';
import { useConnectionBlocks } from './useConnectionBlocks.ts';
import { useTakeToPlayground } from './useTakeToPlayground.ts';

/** The lesson's text, and below it what is wanted and the ways on. */
export function LessonPane() {
  const take = useTakeToPlayground();
  const blocks = useConnectionBlocks();
  return (
    <div className="flex h-full flex-col bg-pane">
      <ConnectionBlocksContext value={blocks}>
        <LessonArticle />
      </ConnectionBlocksContext>
      <LessonDock onShowErrors={() => focusTool('problems')} onTakeToPlayground={take} />
    </div>
  );
}
