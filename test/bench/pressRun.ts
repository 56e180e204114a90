import { newId } from '../../server/base/newId.ts';
import type { SocketPage } from '../support/SocketPage.ts';
import type { Subject } from './subjects.ts';

export interface Pressed {
  /** Milliseconds from sending `run` to the first result row. */
  firstRow: number;
  /** Milliseconds from sending `run` to `done`. */
  done: number;
}

/** Presses Run on a page with the subject's nth edit. Throws where no row comes. */
export async function pressRun(page: SocketPage, subject: Subject, edit: number): Promise<Pressed> {
  const run = newId();
  const begun = performance.now();
  page.send({ type: 'run', run, request: { files: subject.files(edit), sql: subject.sql, mode: 'run' } });
  const first = await page.until('event', ({ run: of, event }) => {
    return of === run && (event.type === 'done' || (event.type === 'statement' && event.rows.length > 0));
  });
  const firstRow = performance.now() - begun;
  if (first.event.type === 'done') throw new Error(`no row came: ${JSON.stringify(page.messages.slice(-4))}`);
  await page.until('event', ({ run: of, event }) => of === run && event.type === 'done');
  return { firstRow, done: performance.now() - begun };
}
