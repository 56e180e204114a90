import { beforeEach, expect, it } from 'vitest';
import { FakeClock, settled } from '../../test/support/fakes/FakeClock.ts';
import { type Turn, Turns } from './Turns.ts';

let clock: FakeClock;
let turns: Turns;
let served: string[] = [];

beforeEach(() => {
  clock = new FakeClock();
  turns = new Turns({ atOnce: 1, waiting: 4, waitingOfKey: 2, patienceMs: 1_000 }, clock);
  served = [];
});

async function ask(key: string, isWanted?: () => boolean): Promise<Turn> {
  const turn = await turns.take(key, isWanted);
  served.push(`${key} ${turn.kind}`);
  return turn;
}

const end = async (turn: Turn | Promise<Turn>) => {
  const given = await turn;
  if (given.kind === 'taken') given.end();
  await settled();
};

it('serves one of each key in turn', async () => {
  const first = await ask('a');
  const others = [ask('a'), ask('a'), ask('b')];
  await end(first);
  expect(served).toEqual(['a taken', 'b taken']);
  await end(others[2] ?? first);
  expect(served).toEqual(['a taken', 'b taken', 'a taken']);
});

it('lets one key wait no more often than its part, and all no more often than there is room', async () => {
  await ask('a');
  void ask('a');
  void ask('a');
  expect(await ask('a')).toEqual({ kind: 'full' });
  void ask('b');
  void ask('c');
  expect(await ask('d')).toEqual({ kind: 'full' });
  expect(turns.waiting).toBe(4);
});

it('tells one that has waited for too long, which then holds no place', async () => {
  const first = await ask('a');
  void ask('a');
  await clock.advance(1_000);
  expect(served).toEqual(['a taken', 'a late']);
  expect(turns.waiting).toBe(0);
  await end(first);
  expect((await ask('b')).kind).toBe('taken');
});

it('passes over who has gone, and a turn that is ended twice counts once', async () => {
  const first = await ask('a');
  void ask('b', () => false);
  const last = ask('c');
  await end(first);
  await end(first);
  expect(served).toEqual(['a taken', 'b gone', 'c taken']);
  void ask('d');
  await settled();
  expect(served).toHaveLength(3);
  await end(last);
  expect(served.at(-1)).toBe('d taken');
});
