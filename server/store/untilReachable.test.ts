import { expect, it } from 'vitest';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { FakeClock } from '../../test/support/fakes/FakeClock.ts';
import type { StoreProblem } from './openDatabase.ts';
import { untilReachable } from './untilReachable.ts';

const away = { kind: 'unreachable', message: 'connect ECONNREFUSED' } as const;

function opening(answers: Result<string, StoreProblem>[]) {
  const clock = new FakeClock();
  const lines: string[] = [];
  const write = (level: string) => (_fields: object, message: string) => lines.push(`${level}: ${message}`);
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  let tries = 0;
  const open = async () => {
    tries += 1;
    return answers.shift() ?? fail(away);
  };
  return { clock, lines, opened: untilReachable(open, { clock, log }), tries: () => tries };
}

it('waits for a store that is not up yet, and says so once', async () => {
  const { clock, lines, opened } = opening([fail(away), fail(away), ok('database')]);
  await clock.advance(10_000);
  expect(await opened).toEqual(ok('database'));
  expect(lines).toEqual([
    'warn: the link store can’t be reached; trying again',
    'info: the link store can be reached now',
  ]);
});

it('says nothing where there is nothing to say', async () => {
  const { lines, opened } = opening([ok('database')]);
  expect(await opened).toEqual(ok('database'));
  expect(lines).toEqual([]);
});

it('gives up after a minute', async () => {
  const { clock, opened, tries } = opening([]);
  await clock.advance(70_000);
  expect(await opened).toEqual(fail(away));
  expect(tries()).toBe(31);
});

it('does not wait for what will not come', async () => {
  const unusable = fail({ kind: 'unusable', message: 'password authentication failed' } as const);
  const { opened, tries } = opening([unusable]);
  expect(await opened).toEqual(unusable);
  expect(tries()).toBe(1);
});
