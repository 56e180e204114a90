import { expect, it, vi } from 'vitest';
import { fail, ok } from '../../../protocol/result.ts';
import { FakeClock } from '../../../test/support/fakes/FakeClock.ts';
import { holdName, type NameMark, type NameMarks } from './holdName.ts';

/** An Engine that several servers share. */
function fakeEngine() {
  const there = new Map<string, NameMark>();
  let made = 0;
  const ofId = (id: string) => [...there].find(([, mark]) => mark.id === id);
  const marks: NameMarks = {
    find: async (name) => ok(there.get(name) ?? null),
    async create(name) {
      if (there.has(name)) return ok(null);
      made += 1;
      there.set(name, { id: `mark ${made}`, beat: 0 });
      return ok(`mark ${made}`);
    },
    async beat(id) {
      const [name, mark] = ofId(id) ?? [];
      if (!name || !mark) return ok(false);
      there.set(name, { id, beat: mark.beat + 1 });
      return ok(true);
    },
    async remove(id) {
      const [name] = ofId(id) ?? [];
      if (name) there.delete(name);
      return ok(undefined);
    },
  };
  return { there, marks };
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const refusal = { ok: false, error: expect.stringMatching(/^Another server named "a" is running/) };

function server(marks: NameMarks, clock: FakeClock) {
  const onLost = vi.fn();
  return { onLost, hold: (name = 'a') => holdName(name, { marks, clock, log: silent, onLost }) };
}

it('holds a name at once where it is free, and leaves no mark of it', async () => {
  const { there, marks } = fakeEngine();
  const clock = new FakeClock();
  const held = await server(marks, clock).hold();
  expect([...there.keys()]).toEqual(['a']);
  await clock.advance(60_000);
  expect(there.get('a')?.beat).toBe(30);
  if (held.ok) await held.value();
  expect(there.size).toBe(0);
  expect(clock.pending).toBe(0);
});

it('refuses the name of a server that lives, and no other', async () => {
  const { marks } = fakeEngine();
  const clock = new FakeClock();
  const one = server(marks, clock);
  await one.hold();
  const second = server(marks, clock).hold();
  await clock.advance(5_000);
  expect(await second).toEqual(refusal);
  expect((await server(marks, clock).hold('b')).ok).toBe(true);
  await clock.advance(60_000);
  expect(one.onLost).not.toHaveBeenCalled();
});

it('takes over from one that was killed, within some seconds', async () => {
  const { there, marks } = fakeEngine();
  there.set('a', { id: 'of a dead server', beat: 7 });
  const clock = new FakeClock();
  const taken = server(marks, clock).hold();
  await clock.advance(10_000);
  expect((await taken).ok).toBe(true);
  expect(there.get('a')?.id).not.toBe('of a dead server');
});

it('lets one of two have the name that take over at once', async () => {
  const { there, marks } = fakeEngine();
  there.set('a', { id: 'of a dead server', beat: 7 });
  const clock = new FakeClock();
  const both = [server(marks, clock).hold(), server(marks, clock).hold()];
  await clock.advance(30_000);
  const ends = await Promise.all(both);
  expect(ends.filter((end) => end.ok)).toHaveLength(1);
  expect(ends).toContainEqual(refusal);
});

it('makes its mark anew where somebody has cleared up, and ends where another server has the name', async () => {
  const { there, marks } = fakeEngine();
  const clock = new FakeClock();
  const { onLost, hold } = server(marks, clock);
  await hold();
  there.clear();
  await clock.advance(4_000);
  expect([...there.keys()]).toEqual(['a']);
  expect(onLost).not.toHaveBeenCalled();
  there.set('a', { id: 'of another server', beat: 1 });
  await clock.advance(2_000);
  expect(onLost).toHaveBeenCalled();
});

it('goes on where the Engine does not answer for a while, and says so where it has to start', async () => {
  const { there, marks } = fakeEngine();
  const clock = new FakeClock();
  let isDown = false;
  const down = fail('The Docker Engine doesn’t respond.');
  const beat: NameMarks['beat'] = async (id) => (isDown ? down : marks.beat(id));
  const create: NameMarks['create'] = async (name) => (isDown ? down : marks.create(name));
  const { onLost, hold } = server({ ...marks, beat, create }, clock);
  await hold();
  isDown = true;
  await clock.advance(20_000);
  expect(await hold('b')).toEqual(down);
  isDown = false;
  await clock.advance(2_000);
  expect(there.get('a')?.beat).toBe(1);
  expect(onLost).not.toHaveBeenCalled();
});
