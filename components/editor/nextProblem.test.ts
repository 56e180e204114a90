import { expect, it } from 'vitest';
import { nextProblem } from './nextProblem.ts';

const problem = (document: string | null, line: number | null) => ({ document, line, column: 1 });
const a2 = problem('a', 2);
const a9 = problem('a', 9);
const b1 = problem('b', 1);
const problems = [b1, a9, problem(null, null), a2];
const at = (document: string, line: number) => ({ document, line, column: 1 });

it('goes down the document, then to the next, then around', () => {
  expect(nextProblem(problems, at('a', 1), 1)).toBe(a2);
  expect(nextProblem(problems, at('a', 2), 1)).toBe(a9);
  expect(nextProblem(problems, at('a', 9), 1)).toBe(b1);
  expect(nextProblem(problems, at('b', 1), 1)).toBe(a2);
});

it('goes the other way as well', () => {
  expect(nextProblem(problems, at('a', 9), -1)).toBe(a2);
  expect(nextProblem(problems, at('a', 2), -1)).toBe(b1);
});

it('finds the only one from any place, and none where there is none', () => {
  expect(nextProblem([b1], at('b', 1), 1)).toBe(b1);
  expect(nextProblem([problem(null, null)], at('a', 1), 1)).toBeNull();
});
