import { expect, it } from 'vitest';
import { toMarkdown, toPlace, toRange } from './toMonaco.ts';

it('counts from 1 where the protocol counts from 0', () => {
  const range = { start: { line: 0, character: 4 }, end: { line: 2, character: 0 } };
  expect(toRange(range)).toEqual({ startLineNumber: 1, startColumn: 5, endLineNumber: 3, endColumn: 1 });
  expect(toPlace({ lineNumber: 1, column: 5 })).toEqual(range.start);
});

it('lets documentation neither run nor load anything', () => {
  expect(toMarkdown(['a', { value: '![x](https://elsewhere.example/p.png)' }])).toEqual({
    value: 'a\n\n[x](https://elsewhere.example/p.png)',
    isTrusted: false,
    supportHtml: false,
  });
});
