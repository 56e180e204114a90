import { describe, expect, it } from 'vitest';
import { type Holding, toGiveBack } from './toGiveBack.ts';

interface Named extends Holding {
  name: string;
}

const now = 1_000_000;

/** `name` begins with its address; what is used least comes first in each test. */
function holding(name: string, more: Partial<Named> = {}): Named {
  const base = { awaySince: null, activeAt: now, isRunning: false, container: { isGivenBack: false } };
  return { name, address: name[0] ?? '', ...base, ...more };
}

function given(
  waiting: string,
  holdings: Named[],
  more: { keeps?: number; held?: Map<string, number> } = {},
) {
  const held = new Map<string, number>();
  for (const { address } of holdings) held.set(address, (held.get(address) ?? 0) + 1);
  const need = { waiting: [...waiting], holdings, held, now, graceMs: 5_000, keeps: 100, ...more };
  return toGiveBack(need)
    .map(({ name }) => name)
    .join(' ');
}

describe('[S7] what is given back', () => {
  it('are containers first whose page is gone, the longest gone first', () => {
    const holdings = [
      holding('a1', { awaySince: now - 6_000 }),
      holding('b1', { awaySince: now - 7_000 }),
      holding('c1', { awaySince: now - 4_000 }),
      holding('d1', { awaySince: now - 9_000, isRunning: true }),
    ];
    expect(given('zz', holdings)).toBe('b1 a1');
  });

  it('is the least used of the address that has most, where one waits that has none', () => {
    const holdings = [
      holding('a1', { activeAt: now - 1 }),
      holding('a2', { activeAt: now - 500 }),
      holding('b1', { activeAt: now - 9_000 }),
    ];
    expect(given('z', holdings)).toBe('a2');
  });

  it('is never the only one of an address', () => {
    expect(given('zy', [holding('a1'), holding('b1')])).toBe('');
    expect(given('zyx', [holding('a1'), holding('a2')])).toBe('a1');
  });

  it('is one where a run is under way only where there is no other of the address', () => {
    const busy = { isRunning: true, activeAt: 0 };
    expect(given('z', [holding('a1', busy), holding('a2')])).toBe('a2');
    expect(given('z', [holding('a1', busy), holding('a2', { ...busy, activeAt: 1 })])).toBe('a1');
  });

  it('goes to one that has some already only beyond what an address keeps', () => {
    const holdings = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => holding(name));
    expect(given('bb', holdings, { keeps: 4 })).toBe('');
    expect(given('bb', holdings, { keeps: 3 })).toBe('a1');
    expect(given('bbbb', holdings, { keeps: 1 })).toBe('a1');
  });

  it('is not asked for twice', () => {
    const promised = { container: { isGivenBack: true } };
    const holdings = [holding('a1', promised), holding('a2'), holding('a3')];
    expect(given('z', holdings)).toBe('');
    expect(given('zy', holdings)).toBe('a2');
  });

  it('counts what an address has by its runs without a session', () => {
    const held = new Map([
      ['a', 2],
      ['z', 1],
    ]);
    expect(given('z', [holding('a1'), holding('a2')], { held })).toBe('');
  });
});
