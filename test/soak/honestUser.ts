import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../server/base/newId.ts';
import { askPage } from '../abuse/support/askPage.ts';
import { share } from '../abuse/support/share.ts';
import { SocketPage } from '../support/SocketPage.ts';

/** What an honest user has met with. */
export interface Met {
  /** Milliseconds of each Run, from its being pressed to `done`. */
  runs: number[];
  failures: string[];
}

const library = readFileSync('docker/starter/src/lib.rs', 'utf8');
/** What an honest user waits for anything before it counts as failed. */
const patienceMs = 60_000;

/** One visit: a session in which somebody runs, edits, uses psql, shares, opens a link, and leaves. */
export async function visit(url: string, from: string, met: Met): Promise<void> {
  await using page = await SocketPage.connect(url, {}, from);
  const failed = (what: string) => void met.failures.push(what);
  for (let edit = 0; edit < 3; edit++) {
    const files = { 'src/lib.rs': edit === 0 ? library : `${library}\n// edit ${edit} of ${from}\n` };
    const run = newId();
    const begun = performance.now();
    page.send({
      type: 'run',
      run,
      request: { files, sql: `select hello_my_extension(), ${edit}`, mode: 'run' },
    });
    const done = page.until('event', (message) => message.run === run && message.event.type === 'done');
    const refused = page.until('refused', (message) => message.run === run);
    for (const end of [done, refused]) end.catch(() => {});
    const end = await Promise.race([done, refused, sleep(patienceMs, null)]).catch(
      (error: Error) => error.message,
    );
    const isDone =
      end !== null && typeof end !== 'string' && end.type === 'event' && end.event.type === 'done';
    if (isDone && 'outcome' in end.event && end.event.outcome === 'ok')
      met.runs.push(performance.now() - begun);
    else failed(`a Run: ${JSON.stringify(end)?.slice(0, 300)}`);
    await sleep(500);
  }
  page.send({ type: 'terminal.open', columns: 80, rows: 24 });
  const text = () =>
    page
      .of('terminal.output')
      .map(({ data }) => data)
      .join('');
  // What is typed before psql runs is not kept (rule T3).
  const answered = page
    .until('terminal.output', () => text().includes('=# '))
    .then(() => page.send({ type: 'terminal.input', data: 'select 6 * 7 as answer;\r' }))
    .then(() => page.until('terminal.output', () => /42/.test(text())))
    .then(() => true);
  answered.catch(() => {});
  if (!(await Promise.race([answered, sleep(20_000, false)]).catch(() => false)))
    failed('psql did not answer');
  const shared = await share(url, { title: 'honest', files: { 'src/lib.rs': library } }, from).catch(
    (error: Error) => error,
  );
  if (shared instanceof Error) failed(shared.message);
  else {
    const { status, body } = await askPage(`${url}/s/${shared}`, { from });
    if (status !== 200 || !body.includes('hello_my_extension')) failed(`a link was answered with ${status}`);
  }
  page.send({ type: 'leave' });
  page.socket.close();
  await page.closed;
}
