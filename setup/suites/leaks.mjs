import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { engineGet } from '../engine/engineRequest.mjs';

/** The label that every container of ours carries; the server's own name for it is in `server/ports/labels.ts`. */
const label = 'pgrx-playground';

/** Every process that the tests start inherits this variable, whatever group or session it moves to. */
export const runVariable = 'PLAYGROUND_TEST_RUN';

/** What has ended may take a moment to be gone: the Engine removes containers after their end. */
const graceMs = 10_000;

/** The containers of a test run, running or not: `test/support/testOwner.ts` names them. Throws where the Engine does not answer. */
export async function containersOfRun(endpoint, run) {
  const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
  const answer = await engineGet(endpoint, `/containers/json?all=1&filters=${filters}`, 10_000);
  if (!('body' in answer) || answer.status !== 200) {
    throw new Error(`listing containers failed: ${JSON.stringify(answer).slice(0, 300)}`);
  }
  const owner = `test-${run.slice(0, 8)}-`;
  return JSON.parse(answer.body)
    .filter(({ Labels }) => Labels?.[label]?.startsWith(owner))
    .map(({ Id, Names, State }) => ({ id: Id, text: `container ${Names?.[0] ?? Id} (${State})` }));
}

/** The processes other than this one whose environment has this run's id. Linux only: elsewhere none is seen. */
export function processesOfRun(run) {
  if (process.platform !== 'linux') return [];
  const mark = `${runVariable}=${run}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => readProc(pid, 'environ').split('\0').includes(mark))
    .map((pid) => ({
      id: pid,
      text: `process ${pid}: ${readProc(pid, 'cmdline').replaceAll('\0', ' ').slice(0, 200)}`,
    }));
}

/** What the run has left behind, containers and processes: one line each, none if all is well. */
export async function findLeaks(endpoint, run, patienceMs = graceMs) {
  const until = performance.now() + patienceMs;
  for (;;) {
    const left = [...(await containersOfRun(endpoint, run)), ...processesOfRun(run)].map(({ text }) => text);
    if (left.length === 0 || performance.now() > until) return left;
    await sleep(250);
  }
}

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended while we looked, or belongs to another user: not of this run either way.
    return '';
  }
}
