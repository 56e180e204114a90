import { expect, it } from 'vitest';
import { contentInFragment } from '../address/contentLink.ts';
import { type CopiedProject, copyForms } from './copyAs.ts';

const project: CopiedProject = {
  origin: 'https://play.example',
  link: null,
  title: 'a <b>"title"</b>',
  files: { 'src/lib.rs': 'fn a() -> &str { "```" }\n', 'Cargo.toml': '[package]' },
  sql: "select '<x>';\n",
  postgres: 17,
  events: [
    {
      type: 'statement',
      index: 0,
      sql: '',
      command: 'SELECT',
      rowCount: 1,
      columns: [{ name: 'x', type: 'text' }],
      rows: [['<x>']],
      truncated: false,
      ms: 1,
    },
  ],
};
const { title, files, sql, postgres } = project;

it('[EM1] copies an address that holds everything', () => {
  const { hash, origin, pathname } = new URL(copyForms.whole.write(project));
  expect(origin + pathname).toBe('https://play.example/');
  expect(contentInFragment(hash.slice(1))).toEqual({
    kind: 'content',
    content: { title, files, sql, postgres },
  });
});

it('[EM3] copies Markdown with the code, the table and the link, and lets none of it be markup', () => {
  const text = copyForms.markdown.write({ ...project, link: 'abcABC123456' });
  expect(text).toBe(
    [
      '`src/lib.rs`:',
      '````rust\nfn a() -> &str { "```" }\n````',
      "```sql\nselect '<x>';\n```",
      '| x |\n| --- |\n| &lt;x&gt; |',
      '[a \\<b\\>"title"\\</b\\>](https://play.example/s/abcABC123456)\n',
    ].join('\n\n'),
  );
});

it('[EM3] copies HTML that is read back as what was written', () => {
  document.body.innerHTML = copyForms.html.write(project);
  const pre = document.querySelector('pre');
  expect(pre?.textContent).toBe(files['src/lib.rs']);
  expect(pre?.dataset).toMatchObject({ pgrx: '', title, sql, postgres: '17' });
  expect(JSON.parse(pre?.dataset.files ?? '')).toEqual({ 'Cargo.toml': '[package]' });
  expect(document.querySelectorAll('body > *')).toHaveLength(2);
});

it('[EM3] copies an iframe of the link, or of all of it', () => {
  document.body.innerHTML = copyForms.iframe.write({ ...project, link: 'abcABC123456' });
  expect(document.querySelector('iframe')?.src).toBe('https://play.example/embed/abcABC123456');
  document.body.innerHTML = copyForms.iframe.write(project);
  const { pathname, hash } = new URL(document.querySelector('iframe')?.src ?? '');
  expect(pathname).toBe('/embed');
  expect(contentInFragment(hash.slice(1))).toMatchObject({ kind: 'content' });
});
