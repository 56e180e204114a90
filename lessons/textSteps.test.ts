import { expect, it } from 'vitest';
import { textSteps } from './textSteps.ts';

function read(markdown: string) {
  const problems: string[] = [];
  const steps = textSteps(markdown, (line, message) => void problems.push(`${line}: ${message}`));
  return { steps, problems };
}

const fence = (words: string, text: string) => `\`\`\`${words}\n${text}\n\`\`\`\n\n`;

it('is what a reader does who follows the text', () => {
  const { steps, problems } = read(
    [
      fence('rust', 'fn a() {}'),
      fence('rust show', 'fn never() {}'),
      fence('toml file=Cargo.toml', '[package]'),
      fence('text', 'said'),
      fence('compiler', 'error: no\n\nhelp: do'),
      `- in a list\n\n  ${fence('sql', 'select 1;').trim().replaceAll('\n', '\n  ')}\n\n`,
      fence('sql', 'select 2;') + fence('output', '2'),
      fence('sql connection=A', 'begin;') + fence('output', 'BEGIN'),
      fence('solution', ''),
    ].join(''),
  );
  expect(problems).toEqual([
    '17: A compiler block must directly follow the block whose code doesn’t compile.',
  ]);
  expect(steps.map(({ line: _line, ...step }) => step)).toEqual([
    { kind: 'append', text: 'fn a() {}' },
    { kind: 'file', path: 'Cargo.toml', text: '[package]' },
    { kind: 'sql', sql: 'select 2;', output: '2', connection: null },
    { kind: 'sql', sql: 'begin;', output: 'BEGIN', connection: 'A' },
    { kind: 'solution' },
  ]);
});

it.each([
  [fence('output', '1'), '1: An output block must directly follow the sql block that produces it.'],
  [fence('rust fiel=x', '1'), '1: "fiel=x" after the backticks is not file=PATH, show, or connection=A.'],
])('says where %j is wrong', (markdown, problem) => {
  expect(read(markdown).problems).toEqual([problem]);
});
