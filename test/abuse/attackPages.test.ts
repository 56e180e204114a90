import { expect, it } from 'vitest';
import type { ProjectFiles } from '../../protocol/project.ts';
import { askPage } from './support/askPage.ts';
import { attacked } from './support/attacked.ts';
import { share } from './support/share.ts';

const server = attacked('pages');

const library = (text: string): ProjectFiles => ({ 'src/lib.rs': text });
const manifest = (text: string): ProjectFiles => ({ ...library('fn a() {}'), 'Cargo.toml': text });

const hostile: [string, ProjectFiles][] = [
  ['24,000 functions', library('fn a;\n'.repeat(24_000))],
  ['24,000 tests', library('#[test]fn a(){}\n'.repeat(15_000))],
  ['raw strings that do not end', library('r#"'.repeat(50_000))],
  ['comments that do not end', library('/* '.repeat(80_000))],
  ['attributes that do not end', library('#[a('.repeat(60_000))],
  ['a character that there is not', library('#[pg_test]\n#[should_panic = "\\u{ffffff}"]\nfn a() {}')],
  ['brackets and blanks in Cargo.toml', manifest(`[${' '.repeat(200_000)}`)],
  ['brackets and blanks in a string of Cargo.toml', manifest(`a = "${`[${' '.repeat(2500)}`.repeat(80)}"`)],
  ['a Cargo.toml that is nested', manifest(`a = ${'['.repeat(100_000)}`)],
  ['a hundred thousand lines', library('\n'.repeat(240_000))],
  ['one line', library('a'.repeat(240_000))],
  ['braces', library('{'.repeat(240_000))],
];

it.each(hostile)('a link of %s', async (_what, files) => {
  const { id } = await share(server.url, { files });
  const paths = [
    ...Array.from({ length: 4 }, (_, n) => `/s/${id}?n=${n}`),
    `/s/${id}`,
    `/embed/${id}`,
    `/api/v1/snippets/${id}/archive?format=tar.gz`,
    `/api/v1/snippets/${id}/picture`,
  ];
  await server.unharmed(async () => {
    const answers = await Promise.all(paths.map((path) => askPage(`${server.url}${path}`)));
    // A page that is being made may be asked for too often, but never for good.
    expect(answers.map(({ status }) => status).filter((status) => ![200, 429, 503].includes(status))).toEqual(
      [],
    );
    expect((await askPage(`${server.url}/s/${id}`)).status).toBe(200);
  });
});

it.each<[string, { method?: string; headers?: Record<string, string> }]>([
  ['HEAD', { method: 'HEAD' }],
  ['the headers of a prefetch', { headers: { 'Next-Router-Prefetch': '1', Purpose: 'prefetch' } }],
  ['the headers of a part', { headers: { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%5D' } }],
  ['a segment’s prefetch', { headers: { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' } }],
  ['a range', { headers: { Range: 'bytes=0-10' } }],
  ['a condition', { headers: { 'If-None-Match': '*', 'If-Modified-Since': new Date().toUTCString() } }],
  ['OPTIONS', { method: 'OPTIONS' }],
  ['POST', { method: 'POST' }],
])('a link that is first asked for with %s is whole for its readers', async (_what, first) => {
  const { id } = await share(server.url, { files: library('fn the_marker_of_this_link() {}') });
  await askPage(`${server.url}/s/${id}`, first);
  const { status, body } = await askPage(`${server.url}/s/${id}`);
  expect(status).toBe(200);
  expect(body).toContain('the_marker_of_this_link');
  expect(body).toContain('</html>');
});
