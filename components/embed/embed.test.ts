import { expect, it } from 'vitest';
import { embedOptions } from './embedOptions.ts';
import { foldLines, lineCount } from './foldLines.ts';

const options = (query: string) => embedOptions(new URLSearchParams(query));

it('[EM4] reads what the embedding page asks for, and passes over what it does not know', () => {
  expect(options('')).toEqual({ readOnly: false, panes: ['code', 'sql', 'results'], shown: null });
  expect(options('readonly=1&panes=results,code,psql&lines=2-3')).toEqual({
    readOnly: true,
    panes: ['code', 'results'],
    shown: [2, 3],
  });
  expect(options('panes=none&lines=3')).toEqual(options(''));
});

it('[EM4] folds what is around the lines to show, and loses none of it', () => {
  const text = 'a\nb\nc\nd';
  expect(foldLines(text, [2, 3])).toEqual({ before: 'a\n', text: 'b\nc\n', after: 'd' });
  for (const shown of [null, [0, 1], [3, 2], [9, 10]] as const)
    expect(foldLines(text, shown)).toEqual({ before: '', text, after: '' });
  expect([lineCount(''), lineCount('a'), lineCount('a\n'), lineCount('a\nb')]).toEqual([0, 1, 1, 2]);
});
