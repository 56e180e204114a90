import { setTimeout as sleep } from 'node:timers/promises';
import { SocketPage } from '../../support/SocketPage.ts';
import { dockerSubject } from '../../support/subject.ts';
import { benchServer } from '../benchServer.ts';
import { pressRun } from '../pressRun.ts';
import { hello } from '../subjects.ts';

/** Milliseconds from needing a container (opening psql) to having it, `times` over, with so many kept warm. */
export async function sessionStarts(warm: number, times: number): Promise<number[]> {
  await using server = await benchServer({ PLAYGROUND_WARM: String(warm) });
  const starts: number[] = [];
  for (let n = 0; n < times; n++) {
    // The pool fills up again between two people; how long that takes is not theirs to wait for.
    if (warm) await sleep(2_000);
    await using page = await SocketPage.connect(server.url);
    const begun = performance.now();
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await page.until('session', ({ container }) => container === 'ready');
    starts.push(performance.now() - begun);
    page.send({ type: 'leave' });
    await page.until('ended');
  }
  return starts;
}

/** Milliseconds from the first Run of a newcomer, with a container kept warm, to its first result row. */
export async function firstRuns(times: number): Promise<number[]> {
  await using server = await benchServer({ PLAYGROUND_WARM: '3' });
  const runs: number[] = [];
  for (let n = 0; n < times; n++) {
    await sleep(2_000);
    await using page = await SocketPage.connect(server.url);
    runs.push((await pressRun(page, hello, n)).firstRow);
    page.send({ type: 'leave' });
    await page.until('ended');
  }
  return runs;
}

/** Bytes that the kernel counts for a session in which nothing was done yet, page cache and tmpfs included. */
export async function idleMemory(): Promise<number> {
  await using docker = dockerSubject('bench');
  const sandbox = await docker.start();
  await sleep(3_000);
  const usage = await docker.port.usage(sandbox);
  if (!usage.ok || usage.value.memoryBytes === null)
    throw new Error('the memory of a session could not be read');
  return usage.value.memoryBytes;
}
