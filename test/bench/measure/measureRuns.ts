import { setTimeout as delay } from 'node:timers/promises';
import { SocketPage } from '../../support/SocketPage.ts';
import { dockerSubject } from '../../support/subject.ts';
import { benchServer } from '../benchServer.ts';
import { beginCargoPgrx, type PeerTimes, timeCargoPgrx, timePeers } from '../peers.ts';
import { pressRun } from '../pressRun.ts';
import { type Defaults, defaultsEnvironment } from '../startDefaults.ts';
import type { Subject } from '../subjects.ts';

export interface RunTimes extends PeerTimes {
  /** Milliseconds from pressing Run to the first result row, one for each edit. */
  playground: number[];
  /** Milliseconds of the `cargo pgrx` way where cargo has its own settings, one for each edit. */
  cargoDefaults: number[];
}

/** Nobody makes an edit in less. */
const editMs = 1_500;

/**
 * Presses Run after each of `edits` one-line edits, and does the same edits the peers' way in a second container of
 * the same image, and in a third with cargo's own settings, in turns of five, so that a slow minute of the machine slows
 * all of them.
 */
export async function measureRuns(subject: Subject, edits: number, defaults: Defaults): Promise<RunTimes> {
  await using server = await benchServer({});
  await using page = await SocketPage.connect(server.url);
  await using docker = dockerSubject('bench');
  const sandbox = await docker.start();
  const times: RunTimes = { playground: [], cargoPgrx: [], rustc: [], rustcCpu: [], cargoDefaults: [] };
  await pressRun(page, subject, 0);
  const other = [defaults.docker.port, defaults.sandbox, subject] as const;
  await beginCargoPgrx(...other, defaultsEnvironment);
  for (let edit = 1; edit <= edits; edit += 5) {
    const turn = Math.min(5, edits - edit + 1);
    for (let n = 0; n < turn; n++) {
      await delay(editMs);
      times.playground.push((await pressRun(page, subject, edit + n)).firstRow);
    }
    const peers = await timePeers(docker.port, sandbox, subject, turn, edit);
    times.cargoPgrx.push(...peers.cargoPgrx);
    times.rustc.push(...peers.rustc);
    times.rustcCpu.push(...peers.rustcCpu);
    for (let n = 0; n < turn; n++)
      times.cargoDefaults.push(await timeCargoPgrx(...other, edit + n, defaultsEnvironment));
  }
  return times;
}
