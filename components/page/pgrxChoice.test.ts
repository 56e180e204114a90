import { expect, it } from 'vitest';
import { pgrxChoice, pgrxLeftBehind } from './pgrxChoice.ts';

const one = { postgres: [{ major: 17, version: '17.12' }], pgrx: '0.19.3', rustc: '1.97.1', crates: [] };
const older = { ...one, pgrx: '0.18.1', postgres: [{ major: 15, version: '15.18' }] };
const both = { ...one, otherPgrx: [older] };
const pins = (version: string) => ({ 'Cargo.toml': `[dependencies]\npgrx = "=${version}"\n` });
const used = (...given: Parameters<typeof pgrxChoice>) => pgrxChoice(...given).current.version;

it('has nothing to choose from where there is one', () => {
  expect(pgrxChoice(one, pins('0.18.1'), null)).toMatchObject({
    options: [{ version: '0.19.3' }],
    current: { version: '0.19.3' },
  });
});

it('shows the one that Run uses, and what there is with it', () => {
  expect(used(both, {}, null)).toBe('0.19.3');
  expect(used(both, {}, '0.18.1')).toBe('0.18.1');
  expect(used(both, pins('0.18.0'), null)).toBe('0.18.1');
  expect(used(both, pins('0.17.0'), null)).toBe('0.19.3');
  expect(pgrxChoice(both, pins('0.18.1'), null)).toMatchObject({ versions: older, pinned: true });
  expect(pgrxChoice(both, {}, null)).toMatchObject({ versions: both, pinned: false });
});

it('shows one that a draft has chosen and that is not here, so that another can be chosen', () => {
  const choice = pgrxChoice(one, pins('0.19.3'), '0.18.1');
  expect(choice.options.map(({ version }) => version)).toEqual(['0.19.3', '0.18.1']);
  expect(choice.current).toEqual({ version: '0.18.1', missing: 'isn’t available on this server' });
});

it('tells which container the next Run leaves behind', () => {
  const ready = { container: 'ready', pgrx: null, versions: both } as const;
  const choice = pgrxChoice(both, {}, '0.18.1');
  expect(pgrxLeftBehind(ready, choice)).toBe('0.19.3');
  expect(pgrxLeftBehind({ ...ready, pgrx: '0.18.1' }, choice)).toBeNull();
  expect(pgrxLeftBehind({ ...ready, container: 'none' }, choice)).toBeNull();
  expect(pgrxLeftBehind({ ...ready, pgrx: '0.18.1' }, pgrxChoice(both, {}, null))).toBe('0.18.1');
  // That run is refused, and gives nothing up.
  expect(pgrxLeftBehind(ready, pgrxChoice(both, {}, '0.17.0'))).toBeNull();
  expect(pgrxLeftBehind(ready, null)).toBeNull();
});
