import { setTimeout as sleep } from 'node:timers/promises';
import { pauseMs } from '../../../components/typing/pauseMs.ts';
import { newId } from '../../../server/base/newId.ts';
import { SocketPage } from '../../support/SocketPage.ts';
import { benchServer } from '../benchServer.ts';
import { pressRun } from '../pressRun.ts';
import type { Line } from '../report.ts';
import { summarise } from '../stats.ts';
import { hello, type Subject } from '../subjects.ts';

/** A pause in typing that is long enough for all that follows from it. */
const restMs = 1_000;

/** The lines of the report about what happens while one types, and all measurements. */
export async function typingLines(edits: number): Promise<{ lines: Line[]; raw: Record<string, number[]> }> {
  const { markers, firstRow, cutShort } = await measureTyping(hello, edits);
  const [pause, run] = [summarise(markers), summarise(firstRow)];
  const line = (what: string, { median, p90 }: typeof pause, target: number, note = ''): Line => ({
    what,
    value: median / 1000,
    unit: 's',
    target,
    note: `p90 ${(p90 / 1000).toFixed(2)} s${note}`,
  });
  const unready = cutShort ? `; ${cutShort} of ${edits} came before the build ahead had ended` : '';
  return {
    lines: [
      line('pause in typing to markers', pause, 0.8),
      line('Run to first row after a pause of a second', run, 0.25, unready),
    ],
    raw: { 'pause to markers': markers, 'run after a pause': firstRow },
  };
}

/** Types as the page does: a pause, a check, the build ahead; a second after the last key, Run. */
async function measureTyping(
  subject: Subject,
  edits: number,
): Promise<{ markers: number[]; firstRow: number[]; cutShort: number }> {
  await using server = await benchServer({});
  await using page = await SocketPage.connect(server.url);
  await pressRun(page, subject, 0);
  await inBackground(page, subject, 0, 'check');
  const markers: number[] = [];
  const firstRow: number[] = [];
  let cutShort = 0;
  for (let edit = 1; edit <= edits; edit++) {
    const typed = performance.now();
    await sleep(pauseMs);
    await inBackground(page, subject, edit, 'check');
    markers.push(performance.now() - typed);
    const ahead = inBackground(page, subject, edit, 'prepare');
    await sleep(Math.max(0, restMs - (performance.now() - typed)));
    firstRow.push((await pressRun(page, subject, edit)).firstRow);
    if ((await ahead) === 'cancelled') cutShort++;
  }
  return { markers, firstRow, cutShort };
}

/**
 * Resolves at the end of a run in the background, with its outcome: `ok`, or `cancelled` where Run came before a build
 * ahead was done. Throws where it did not do what is measured.
 */
async function inBackground(
  page: SocketPage,
  subject: Subject,
  edit: number,
  mode: 'check' | 'prepare',
): Promise<'ok' | 'cancelled'> {
  const run = newId();
  page.send({ type: 'background', run, request: { files: subject.files(edit), sql: '', mode } });
  const { event } = await page.until(
    'background',
    ({ run: of, event: { type } }) => of === run && type === 'done',
  );
  if (event.type === 'done') {
    if (event.outcome === 'ok') return 'ok';
    if (event.outcome === 'cancelled' && mode === 'prepare') return 'cancelled';
  }
  throw new Error(`${mode} did not end well: ${JSON.stringify(event)}`);
}
