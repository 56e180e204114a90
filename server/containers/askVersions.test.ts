import { describe, expect, it } from 'vitest';
import { readVersions } from './askVersions.ts';

const lines = [
  'PostgreSQL 17.11 (Debian 17.11-0+deb13u1)',
  'rustc 1.96.1 (abc 2026-01-01)',
  'cargo-pgrx 0.19.3',
  'pgrx-bench 0.19.2 0.19.3',
];

describe('readVersions', () => {
  it('reads what the image tells', () => {
    const crates = [{ name: 'serde', version: '1.0.1', features: ['derive'] }];
    expect(readVersions([...lines, JSON.stringify(crates, null, 1)].join('\n'), 17)).toEqual({
      postgres: [{ major: 17, version: '17.11' }],
      rustc: '1.96.1',
      pgrx: '0.19.3',
      crates: [
        { name: 'pgrx', version: '0.19.3' },
        { name: 'pgrx-tests', version: '0.19.3' },
        { name: 'pgrx-bench', version: '0.19.2' },
        { name: 'pgrx-bench', version: '0.19.3' },
        ...crates,
      ],
    });
  });

  it('knows nothing of the crates of an image without a list', () => {
    expect(readVersions([...lines, '[]'].join('\n'), 17)?.crates).toEqual([]);
  });

  it('leaves pgrx’s crates as the image lists them', () => {
    const crates = ['pgrx', 'pgrx-bench', 'pgrx-tests'].map((name) => ({ name, version: '0.19.3' }));
    expect(readVersions([...lines, JSON.stringify(crates)].join('\n'), 17)?.crates).toEqual(crates);
  });

  it.each([
    ['nothing', ''],
    ['another order', [...lines.toReversed(), '[]'].join('\n')],
    ['no JSON', [...lines, 'cat: no such file'].join('\n')],
    ['no list', [...lines, '{"serde":1}'].join('\n')],
  ])('does not take %s', (_, text) => {
    expect(readVersions(text, 17)).toBeNull();
  });
});
