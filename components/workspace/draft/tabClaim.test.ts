import { expect, it } from 'vitest';
import { claimTab } from './tabClaim.ts';

/** A browser in which the tabs `open` hold their names. */
function holdUnless(...open: string[]) {
  return async (id: string) => !open.includes(id);
}

const base = { remembered: null, reloaded: false, drafts: [], newId: () => 'fresh', hold: holdUnless() };

it('goes on after a reload', async () => {
  expect(await claimTab({ ...base, remembered: 'a', drafts: ['b', 'a'] })).toEqual({
    id: 'a',
    from: 'own',
    copyOf: null,
  });
});

it('asks longer for its name after a reload than in a duplicated tab', async () => {
  const asked: number[] = [];
  const hold = async (_id: string, tries: number) => {
    asked.push(tries);
    return true;
  };
  await claimTab({ ...base, remembered: 'a', reloaded: true, hold });
  await claimTab({ ...base, remembered: 'a', hold });
  expect(asked).toEqual([100, 5]);
});

it('gives a duplicated tab a name of its own, and a copy', async () => {
  expect(await claimTab({ ...base, remembered: 'a', drafts: ['a'], hold: holdUnless('a') })).toEqual({
    id: 'fresh',
    from: 'new',
    copyOf: 'a',
  });
});

it('takes up the last work when no tab has it open', async () => {
  expect((await claimTab({ ...base, drafts: ['a', 'b'] })).id).toBe('a');
});

it('begins with the starter while the last work is open in another tab', async () => {
  expect(await claimTab({ ...base, drafts: ['a', 'b'], hold: holdUnless('a') })).toEqual({
    id: 'fresh',
    from: 'new',
    copyOf: null,
  });
});

it('copies the last work where the browser cannot tell', async () => {
  expect(await claimTab({ ...base, drafts: ['a'], hold: null })).toEqual({
    id: 'fresh',
    from: 'new',
    copyOf: 'a',
  });
});
