import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SessionProvider } from '../../session/SessionProvider.tsx';
import { sessionTest } from '../../session/testing/sessionTest.ts';
import { WorkspaceProvider } from '../../workspace/WorkspaceProvider.tsx';
import { type ConnectionBlocks, ConnectionBlocksContext } from './connectionBlocks.ts';
import { LessonText } from './LessonText.tsx';

afterEach(cleanup);

const noPane: ConnectionBlocks = { has: () => false, put: () => 'There is no pane.' };

function show(markdown: string, blocks = noPane) {
  const starter = { files: { 'src/lib.rs': 'fn a() {}\n' }, sql: 'select 1;\n' };
  return render(
    <WorkspaceProvider starter={starter}>
      <SessionProvider session={sessionTest().connected()}>
        <ConnectionBlocksContext value={blocks}>
          <LessonText markdown={markdown} lesson="course/02-two" />
        </ConnectionBlocksContext>
      </SessionProvider>
    </WorkspaceProvider>,
  );
}

const fence = (words: string, text: string) => `\`\`\`${words}\n${text}\n\`\`\`\n\n`;

describe('hostile Markdown', () => {
  it('shows HTML as text, and makes no element of it', () => {
    const { container } = show('<script>alert(1)</script>\n\nsee <img src=x onerror=alert(1)> <b>bold</b>');
    expect(container.querySelector('script, img, b')).toBeNull();
    expect(container.textContent).toContain('<script>alert(1)</script>');
    expect(container.textContent).toContain('<b>bold</b>');
  });

  it.each([
    'javascript:alert(1)',
    'http://plain.example',
    'data:text/html,x',
    '/elsewhere',
    '//evil.example',
    '../../../a/b/c',
  ])('makes no link of %s', (url) => {
    const { container } = show(`[word](${url}) ![alt](${url})`);
    expect(container.querySelector('a, img')).toBeNull();
    expect(container.textContent).toContain('word');
  });
});

it('links to lessons of its course and of others, and to https pages', () => {
  const { container } = show('[a](../03-null/) [b](../../edges/01-panic/#why) [c](https://docs.rs/pgrx)');
  expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/learn/course/03-null',
    '/learn/edges/01-panic#why',
    'https://docs.rs/pgrx',
  ]);
});

it('offers a button for what a reader puts into the editor, and none for what is only shown', () => {
  const { getAllByRole, container } = show(
    fence('rust', 'fn b() {}') +
      fence('rust show', 'fn c() {}') +
      fence('toml file=Cargo.toml', '[package]') +
      fence('sql', 'select 2;') +
      fence('output', '?column?\n2') +
      fence('sql connection=A', 'select 3;') +
      fence('sql show connection=A', 'select 4;') +
      fence('console', '$ ls') +
      fence('solution', 'hidden'),
  );
  const names = getAllByRole('button').map(({ textContent }) => textContent);
  expect(names.filter(Boolean)).toEqual([
    'Add to src/lib.rs',
    'Insert into Cargo.toml',
    'Add to the script',
    'Insert into connection A',
  ]);
  expect(
    [...container.querySelectorAll('.lesson-output :is(th, td)')].map((cell) => cell.textContent),
  ).toEqual(['?column?', '2']);
  expect(container.textContent).not.toContain('hidden');
  expect(container.textContent).toContain('in connection A');
});

it('names the Postgres that the reader has chosen, in text and in code', () => {
  const { container } = show(
    `On @POSTGRES@: \`pg@POSTGRES@\`\n\n${fence('sh', 'run pg@POSTGRES@ # on @POSTGRES@')}`,
  );
  expect(container.textContent).toContain('On 17: pg17');
  expect(container.querySelector('pre')?.textContent).toBe('run pg17 # on 17\n');
});

it('puts SQL for a connection before that one, and says what forbids it', () => {
  const put: string[] = [];
  const { getByRole } = show(
    fence('sql connection=B', 'select 3;') + fence('sql connection=C', 'select 4;'),
    {
      has: (connection) => connection === 'C',
      put(connection, sql) {
        put.push(`${connection}: ${sql}`);
        return 'It is full.';
      },
    },
  );
  fireEvent.click(getByRole('button', { name: 'In connection C' }));
  fireEvent.click(getByRole('button', { name: 'Insert into connection B' }));
  expect(put).toEqual(['B: select 3;']);
  expect(getByRole('status').textContent).toBe('It is full.');
});
