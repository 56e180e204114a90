import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confEntries, withoutSetting, withSetting } from './confText.ts';

const text = `# mine
wal_level = logical
work_mem '3MB'   # small
  My.Path='it''s \\\\ here'
not a setting
work_mem = 4MB
`;

it('reads lines as Postgres does', () => {
  expect(confEntries(text)).toEqual([
    { name: 'wal_level', value: 'logical', line: 1 },
    { name: 'work_mem', value: '3MB', line: 2 },
    { name: 'my.path', value: "it's \\ here", line: 3 },
    { name: 'work_mem', value: '4MB', line: 5 },
  ]);
});

it('changes the line that counts, adds what was not there, and leaves the rest as it is', () => {
  expect(withSetting(text, 'work_mem', '5MB')).toBe(text.replace('work_mem = 4MB', 'work_mem = 5MB'));
  expect(withSetting('a = 1', 'b', 'two words')).toBe("a = 1\nb = 'two words'\n");
  expect(withSetting('', 'b', '')).toBe("b = ''\n");
  expect(withoutSetting(text, 'work_mem')).not.toContain('work_mem');
});

it('reads back whatever it writes, and never more than one setting', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const plain = value.replace(/\s+/g, ' ');
      const entries = confEntries(withSetting('a = 1\n', 'b', plain));
      expect(entries.map(({ name, value }) => [name, value])).toEqual([
        ['a', '1'],
        ['b', plain],
      ]);
    }),
  );
});
