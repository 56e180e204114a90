import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requestTarget } from './requestTarget.ts';

it('tells a path from its query', () => {
  expect(requestTarget('/')).toEqual({ path: '/', query: '' });
  expect(requestTarget('/s/a%20b?x=/../&y=%ff')).toEqual({ path: '/s/a%20b', query: '?x=/../&y=%ff' });
  expect(requestTarget('/embed?')).toEqual({ path: '/embed', query: '?' });
});

it.each([
  '*',
  '',
  'learn',
  '//evil.example/a',
  '/\\evil.example',
  '/a\\b',
  '/a%5cb',
  '/learn/%ff',
  '/learn/%',
  '/learn/%E0%A4%A',
  '/a%00b',
  '/a%0ab',
  '/a b',
  '/a#b',
  '/é',
  '/a/../b',
  '/_next/static/%2e%2e/x',
  '/.',
  'http://localhost/learn',
  'localhost:80',
])('refuses %s', (url) => expect(requestTarget(url)).toBe(400));

it('refuses what is too long', () => expect(requestTarget(`/${'a'.repeat(5_000)}`)).toBe(414));

it('takes nothing that a URL would take for another path, and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `/${text}`),
        fc.webPath(),
      ),
      (url) => {
        const target = requestTarget(url);
        if (typeof target === 'number') return;
        const read = new URL(url, 'http://localhost');
        expect(read.host).toBe('localhost');
        expect(read.search).toBe(target.query === '?' ? '' : read.search);
        decodeURIComponent(target.path);
      },
    ),
  );
});
