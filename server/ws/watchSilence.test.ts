import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fakes/FakeClock.ts';
import { watchSilence } from './watchSilence.ts';

function watched(isGreeted = true) {
  const clock = new FakeClock();
  const calls: string[] = [];
  const silence = watchSilence(clock, 1_000, {
    isGreeted: () => isGreeted,
    ask: () => calls.push('ask'),
    giveUp: () => calls.push('giveUp'),
  });
  return { clock, calls, silence };
}

describe('watchSilence', () => {
  it('[C1] asks after one heartbeat of silence, and gives up after two', async () => {
    const { clock, calls } = watched();
    await clock.advance(999);
    expect(calls).toEqual([]);
    await clock.advance(1);
    expect(calls).toEqual(['ask']);
    await clock.advance(1_000);
    expect(calls).toEqual(['ask', 'giveUp']);
    expect(clock.pending).toBe(0);
  });

  it('[C1] gives nobody up who was not asked, though the timers come late', () => {
    let now = 0;
    let check = () => {};
    const clock = {
      now: () => now,
      after: (_: number, then: () => void) => {
        check = then;
        return () => {};
      },
    };
    const calls: string[] = [];
    const call = (name: string) => () => calls.push(name);
    const silence = watchSilence(clock, 1_000, {
      isGreeted: () => true,
      ask: call('ask'),
      giveUp: call('giveUp'),
    });
    now = 100;
    silence.heard();
    for (now of [1_050, 2_150, 3_150]) check();
    expect(calls).toEqual(['ask', 'giveUp']);
  });

  it('[C1] asks nothing of one who speaks', async () => {
    const { clock, calls, silence } = watched();
    for (let n = 0; n < 10; n += 1) {
      await clock.advance(900);
      silence.heard();
    }
    expect(calls).toEqual([]);
    silence.stop();
    expect(clock.pending).toBe(0);
  });

  it('[O2] gives up after one heartbeat without hello, whatever is heard', async () => {
    const { clock, calls, silence } = watched(false);
    await clock.advance(900);
    silence.heard();
    await clock.advance(100);
    expect(calls).toEqual(['giveUp']);
  });
});
