import { ok, type Result } from '../../protocol/result.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { StoreProblem } from './openDatabase.ts';

/** How long a store that can't be reached is waited for: a Postgres that starts with the machine takes seconds. */
const patienceMs = 60_000;
const againMs = 2_000;

/** Opens a store that may not be up yet, as after the machine has started; the log says that it waits, and why. */
export async function untilReachable<T>(
  open: () => Promise<Result<T, StoreProblem>>,
  { clock, log }: { clock: Clock; log: Log },
): Promise<Result<T, StoreProblem>> {
  const until = clock.now() + patienceMs;
  let hasTold = false;
  for (;;) {
    const opened = await open();
    if (opened.ok) {
      if (hasTold) log.info({}, 'the link store can be reached now');
      return ok(opened.value);
    }
    if (opened.error.kind === 'unusable' || clock.now() >= until) return opened;
    if (!hasTold)
      log.warn(
        { reason: opened.error.message, waitsSeconds: patienceMs / 1000 },
        'the link store can’t be reached; trying again',
      );
    hasTold = true;
    await new Promise<void>((resolve) => clock.after(againMs, resolve));
  }
}
