import { expect, it } from 'vitest';
import { parseChecks } from './parseChecks.ts';

function parse(markdown: string) {
  const problems: string[] = [];
  const checks = parseChecks(markdown, (line, message) => void problems.push(`${line}: ${message}`));
  return { checks, problems };
}

const fence = (words: string, text: string) => `\`\`\`${words}\n${text}\n\`\`\`\n`;

it('reads checks with all that they may hold', () => {
  const { checks, problems } = parse(
    [
      '## `f` is *strict*\n\nNull in, null out.\n',
      fence('sql', 'select f(null);') + fence('output', 'f\nnull'),
      fence('generated', 'STRICT\nnot VOLATILE'),
      fence('source file=src/lib.rs', 'Option<'),
      fence('rust', '#[pg_test]\nfn t() {}'),
      '## The script works\n',
      fence('rust file=src/other.rs', 'fn broken() {}'),
      fence('script', '') + fence('output', '…'),
    ].join('\n'),
  );
  expect(problems).toEqual([]);
  expect(checks).toMatchObject([
    {
      name: '`f` is *strict*',
      message: 'Null in, null out.',
      line: 1,
      files: {},
      parts: [
        { kind: 'sql', sql: 'select f(null);', output: 'f\nnull' },
        { kind: 'generated', lines: ['STRICT', 'not VOLATILE'] },
        { kind: 'source', path: 'src/lib.rs', lines: ['Option<'] },
        { kind: 'rust', text: '#[pg_test]\nfn t() {}' },
      ],
    },
    {
      name: 'The script works',
      message: null,
      files: { 'src/other.rs': 'fn broken() {}' },
      parts: [{ kind: 'script', output: '…' }],
    },
  ]);
});

it.each([
  ['', '1: No checks found.'],
  ['text', '1: Each check must start with a second-level heading: "## What is wanted".'],
  ['## a', '1: This check doesn’t check anything.'],
  [`## a\n\n${fence('sql', 'select 1')}`, '3: An output block must follow this sql block directly.'],
  [`## a\n\n${fence('output', '1')}`, '3: An output block must directly follow a sql or script block.'],
  [`## a\n\n${fence('sql connection=A', '1')}`, '3: A check’s SQL always runs on its own connection.'],
  [`## a\n\n${fence('python', '1')}`, '3: A "python" block isn’t supported in a check.'],
  [`## a\n\n${fence('source', 'x')}`, '3: A source block must name its file: file=src/lib.rs.'],
  [`## a\n\n${fence('rust file=/etc/passwd', 'x')}`, '3: The file name "/etc/passwd" must be relative'],
  [`## a\n\n${fence('rust', 'fn t() {}')}`, '3: A rust block in a check must contain #[pg_test] functions.'],
  [
    '## a\n\n<script>alert(1)</script>',
    '3: A check can contain only paragraphs and code blocks; this is a html.',
  ],
])('says where %j is wrong', (markdown, problem) => {
  expect(parse(markdown).problems.join('\n')).toContain(problem);
});
