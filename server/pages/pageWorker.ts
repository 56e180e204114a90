import { parentPort, workerData } from 'node:worker_threads';
import { lessonSource } from '../../lessons/lessonSource.ts';
import { lessonReaderKey } from '../../protocol/lesson.ts';
import { type SnippetAnswer, type SnippetReader, snippetReaderKey } from '../../protocol/snippet.ts';
import { renderPage } from '../http/page/renderPage.ts';
import { pictureDrawer } from '../pictures/drawPicture.ts';
import { lessonReader } from '../wiring/lessonReader.ts';
import { serveCalls } from '../work/serveCalls.ts';
import { openPage } from './openPage.ts';
import type { PageQuestions, PageThreadGiven } from './pageThread.ts';

const { dir, host, port, folders, starter }: PageThreadGiven = workerData;

/** The same bytes, to be moved to the other thread instead of copied once more; Node's own are parts of larger ones. */
function movable(bytes: Uint8Array): { bytes: Uint8Array; move: ArrayBuffer[] } {
  const copy = new Uint8Array(bytes);
  return { bytes: copy, move: [copy.buffer] };
}

if (parentPort) {
  const [page, draw] = await Promise.all([
    openPage({ development: false, dir, host, port }),
    pictureDrawer(),
  ]);
  const calls = serveCalls(parentPort, {
    render: async ({ address, headers }: PageQuestions['render']) => {
      const rendered = await renderPage(page.handle, address, headers);
      if (!rendered) return { value: null };
      const { bytes, move } = movable(rendered.body);
      return { value: { ...rendered, body: bytes }, move };
    },
    draw: async (text: PageQuestions['draw']) => {
      const { bytes, move } = movable(await draw(text));
      return { value: bytes, move };
    },
  });
  const readSnippet: SnippetReader = async (id) => {
    const answer = await calls.ask('readSnippet', id);
    // The other side answers with its type.
    if (answer.ok) return answer.value as SnippetAnswer;
    throw new Error(answer.error.message);
  };
  Object.assign(globalThis, {
    [snippetReaderKey]: readSnippet,
    // Lessons are files: they are read here, so that not all of them go from thread to thread for each page.
    [lessonReaderKey]: lessonReader(lessonSource(folders, { fresh: false }), starter),
  });
  // As on the server's own thread: what nobody caught while one page was made ends no other.
  const contained = (error: unknown) =>
    void calls.ask('contained', error instanceof Error ? (error.stack ?? String(error)) : String(error));
  process.on('uncaughtException', contained);
  process.on('unhandledRejection', contained);
}
