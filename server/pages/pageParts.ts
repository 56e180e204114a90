import type { LessonSource } from '../../lessons/lessonSource.ts';
import { lessonReaderKey } from '../../protocol/lesson.ts';
import { type SnippetReader, snippetReaderKey } from '../../protocol/snippet.ts';
import { serveFiles } from '../http/core/serveFiles.ts';
import type { ServerPorts } from '../startServer.ts';
import { lessonReader } from '../wiring/lessonReader.ts';
import { openPageThread, type PageThreadGiven } from './pageThread.ts';

export interface PageDeps extends Pick<ServerPorts, 'page' | 'render' | 'pageUpgrade' | 'draw'> {
  close: () => Promise<void>;
}

/** What makes and gives the page as it was built, on a thread of its own. Rejects where it cannot be had. */
export async function builtPage(given: PageThreadGiven, readSnippet: SnippetReader): Promise<PageDeps> {
  const thread = await openPageThread(given, readSnippet);
  if (!thread.ok) throw new Error(thread.error.message);
  return { ...thread.value, page: serveFiles(given.dir) };
}

/** The same while it is written: here Next compiles each page as it is asked for, on this thread. */
export async function developedPage(
  { dir, host, port, starter }: PageThreadGiven,
  readSnippet: SnippetReader,
  lessons: LessonSource,
): Promise<PageDeps> {
  Object.assign(globalThis, {
    [snippetReaderKey]: readSnippet,
    [lessonReaderKey]: lessonReader(lessons, starter),
  });
  // Nothing else of the server needs Next, which takes its time to load, and memory.
  const { openPage } = await import('./openPage.ts');
  const { pictureDrawer } = await import('../pictures/drawPicture.ts');
  const { handle, upgrade, close } = await openPage({ development: true, dir, host, port });
  return { page: handle, pageUpgrade: upgrade, draw: await pictureDrawer(), close };
}
