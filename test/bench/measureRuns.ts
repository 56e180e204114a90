import { SocketPage } from '../support/SocketPage.ts';
import { dockerSubject } from '../support/subject.ts';
import { benchServer } from './benchServer.ts';
import { type PeerTimes, timePeers } from './peers.ts';
import { pressRun } from './pressRun.ts';
import type { Subject } from './subjects.ts';

export interface RunTimes extends PeerTimes {
  /** Milliseconds from pressing Run to the first result row, one for each edit. */
  playground: number[];
}

/**
 * Presses Run after each of `edits` one-line edits, and does the same edits the peers' way in a second container of
 * the same image, in turns of five, so that a slow minute of the machine slows all of them.
 */
export async function measureRuns(subject: Subject, edits: number): Promise<RunTimes> {
  await using server = await benchServer({});
  await using page = await SocketPage.connect(server.url);
  await using docker = dockerSubject('bench');
  const sandbox = await docker.start();
  const times: RunTimes = { playground: [], cargoPgrx: [], rustc: [], rustcCpu: [] };
  await pressRun(page, subject, 0);
  for (let edit = 1; edit <= edits; edit += 5) {
    const turn = Math.min(5, edits - edit + 1);
    for (let n = 0; n < turn; n++) times.playground.push((await pressRun(page, subject, edit + n)).firstRow);
    const peers = await timePeers(docker.port, sandbox, subject, turn, edit);
    times.cargoPgrx.push(...peers.cargoPgrx);
    times.rustc.push(...peers.rustc);
    times.rustcCpu.push(...peers.rustcCpu);
  }
  return times;
}
