import { expect, it } from 'vitest';
import { ok, type Result } from '../../protocol/result.ts';
import { FakeClock, settled } from '../../test/support/fakes/FakeClock.ts';
import type { Capacity, SandboxFailure, SandboxPort } from '../ports/sandboxPort.ts';
import { EngineHealth } from './EngineHealth.ts';

type Answer = Result<Capacity, SandboxFailure>;
const good: Answer = ok({ cpus: 2, memoryBytes: 1, toolchains: [{ postgres: 17 }] } as Capacity);

/** An Engine that answers when it is told to. */
function engine() {
  const open: ((answer: Answer) => void)[] = [];
  const clock = new FakeClock();
  const port = { capacity: () => new Promise<Answer>((resolve) => open.push(resolve)) };
  const health = new EngineHealth(port as unknown as SandboxPort, clock, 17);
  return { open, clock, health };
}

it('says within a second that the Engine does not answer, and asks it once for all who ask', async () => {
  const { open, clock, health } = engine();
  const all = [health.problem(), health.problem(), health.problem()];
  await clock.advance(1_000);
  expect(await Promise.all(all)).toEqual(Array(3).fill('The Docker Engine doesn’t respond.'));
  await clock.advance(60_000);
  expect(await health.problem()).toContain('doesn’t respond');
  expect(open).toHaveLength(1);
  open[0]?.(good);
  await settled();
  const later = health.problem();
  await clock.advance(100);
  expect(await later).toBeNull();
  expect(open).toHaveLength(2);
});

it('gives the last answer while it asks anew, and no older one than ten seconds', async () => {
  const { open, clock, health } = engine();
  const first = health.problem();
  open[0]?.(good);
  expect(await first).toBeNull();
  await clock.advance(3_000);
  const second = health.problem();
  await clock.advance(100);
  expect(await second).toBeNull();
  expect(open).toHaveLength(2);
  // It was asked, and has not answered for a second.
  await clock.advance(900);
  expect(await health.problem()).toContain('doesn’t respond');
  open[1]?.(ok({ ...(good.ok ? good.value : null), toolchains: [] } as unknown as Capacity));
  await settled();
  expect(await health.problem()).toContain('image for Postgres 17 is missing');
  await clock.advance(20_000);
  const later = health.problem();
  open[2]?.(good);
  expect(await later).toBeNull();
});
