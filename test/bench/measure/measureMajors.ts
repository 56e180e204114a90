import { benchServer } from '../benchServer.ts';
import { hello } from '../subjects.ts';

export interface MajorTimes {
  majors: number[];
  /** Milliseconds until the last has ended, of runs that begin together. */
  atOnce: number[];
  /** Milliseconds of the same runs one after the other. */
  inARow: number[];
}

/** The same source on every installed Postgres, by runs without a session as the page's press makes them. */
export async function measureMajors(times: number): Promise<MajorTimes> {
  await using server = await benchServer({ PLAYGROUND_WARM: '1', PLAYGROUND_API_RUNS_PER_MINUTE: '6000' });
  const versions: { postgres: { major: number }[] } = await (
    await fetch(`${server.url}/api/v1/versions`)
  ).json();
  const majors = versions.postgres.map(({ major }) => major);
  const measured: MajorTimes = { majors, atOnce: [], inARow: [] };
  let edit = 0;
  // The first of each major reads its image from the disk.
  for (const major of majors) await runOn(server.url, major, edit);
  for (let time = 0; time < times; time += 1) {
    edit += 1;
    measured.atOnce.push(
      await took(() => Promise.all(majors.map((major) => runOn(server.url, major, edit)))),
    );
    edit += 1;
    measured.inARow.push(
      await took(async () => {
        for (const major of majors) await runOn(server.url, major, edit);
      }),
    );
  }
  return measured;
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function runOn(url: string, postgres: number, edit: number): Promise<void> {
  const response = await fetch(`${url}/api/v1/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ postgres, files: hello.files(edit), sql: hello.sql }),
  });
  const last = (await response.text()).trim().split('\n').at(-1) ?? '';
  if (!last.includes('"outcome":"ok"')) throw new Error(`Postgres ${postgres}: ${last.slice(0, 500)}`);
}
