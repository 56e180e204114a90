import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { Clock } from '../../base/clock.ts';
import { letRun } from '../../base/contain.ts';
import type { Log } from '../../base/log.ts';

/** The mark of a name at the Engine. `beat` changes as long as the server that made it lives. */
export interface NameMark {
  id: string;
  beat: number;
}

/** Marks at the Engine. A name has one at the most, whoever makes it. Failures are texts for the operator. */
export interface NameMarks {
  /** Null where the name has none. */
  find(name: string): Promise<Result<NameMark | null, string>>;
  /** Makes one, and gives its id; null where the name has one already. */
  create(name: string): Promise<Result<string | null, string>>;
  /** Changes its beat; says whether it was still there. */
  beat(id: string): Promise<Result<boolean, string>>;
  remove(id: string): Promise<Result<void, string>>;
}

export interface HoldNameDeps {
  marks: NameMarks;
  clock: Clock;
  log: Log;
  /** Another server has taken the name, because this one was silent for too long: its containers are gone. */
  onLost: () => void;
}

/** How often a server shows that it lives, in milliseconds: each time costs the Engine a write of a small file. */
const beatMs = 2_000;
/** How long a mark may be silent until its server counts as dead. A busy Engine takes seconds for a call. */
const silentMs = 10_000;

/**
 * Takes a name for this server alone, and holds it. Servers of one name at one Engine would remove each other's containers
 * as a dead predecessor's. A predecessor that was killed has left its mark, which is watched until it is clear that nobody
 * changes it; after an orderly end there is none. Fails with a text for the operator; gives how to let go of the name.
 */
export async function holdName(
  name: string,
  deps: HoldNameDeps,
): Promise<Result<() => Promise<void>, string>> {
  const { marks } = deps;
  for (;;) {
    const created = await marks.create(name);
    if (!created.ok) return created;
    if (created.value !== null) return ok(keepBeating(name, created.value, deps));
    const lives = await isAlive(name, deps);
    if (!lives.ok) return lives;
    if (lives.value) return fail(taken(name));
  }
}

const taken = (name: string) =>
  `Another server named "${name}" is running at this Docker Engine. Stop it, or set PLAYGROUND_INSTANCE to another name.`;

/** Whether the name's mark changes. One that does not is removed, if it is still the same. */
async function isAlive(name: string, { marks, clock, log }: HoldNameDeps): Promise<Result<boolean, string>> {
  const first = await marks.find(name);
  if (!first.ok) return first;
  if (!first.value) return ok(false);
  log.info(
    { name, seconds: silentMs / 1000 },
    'another server has had this name; looking whether it still runs',
  );
  const until = clock.now() + silentMs;
  while (clock.now() < until) {
    await new Promise<void>((resolve) => clock.after(beatMs, resolve));
    const now = await marks.find(name);
    if (!now.ok) return now;
    if (!now.value) return ok(false);
    if (now.value.id !== first.value.id || now.value.beat !== first.value.beat) return ok(true);
  }
  const removed = await marks.remove(first.value.id);
  return removed.ok ? ok(false) : removed;
}

function keepBeating(
  name: string,
  first: string,
  { marks, clock, onLost }: HoldNameDeps,
): () => Promise<void> {
  let id = first;
  let hasEnded = false;
  let callOff = () => {};
  /** The operator may have cleared up what does not run: that is no other server. An Engine that is down is none either. */
  const renew = async () => {
    const beaten = await marks.beat(id);
    if (hasEnded || !beaten.ok || beaten.value) return;
    const created = await marks.create(name);
    if (!created.ok) return;
    if (created.value !== null) id = created.value;
    else onLost();
  };
  let beating = Promise.resolve();
  const wait = () => {
    callOff = clock.after(beatMs, () => {
      beating = renew();
      letRun(
        'timer',
        beating.then(() => hasEnded || wait()),
        wait,
      );
    });
  };
  wait();
  return async () => {
    hasEnded = true;
    callOff();
    await beating.catch(() => {});
    await marks.remove(id);
  };
}
