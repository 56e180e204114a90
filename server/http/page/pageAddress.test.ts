import { expect, it } from 'vitest';
import { requestTarget } from '../core/requestTarget.ts';
import { linkOf, pageAddress } from './pageAddress.ts';

const address = (url: string) => {
  const target = requestTarget(url);
  return typeof target === 'number' ? target : pageAddress(target);
};

it.each([
  ['/', '/'],
  ['/?src=docs/a.rs&_rsc=1', '/'],
  ['/s/abcABC123456?a=1', '/s/abcABC123456'],
  ['/learn/first/01-begin?x', '/learn/first/01-begin'],
  ['/learn?q=a%20b&x=1', '/learn?q=a+b'],
  ['/learn?q=', '/learn'],
  ['/s/abc?a=1', '/s/-'],
  ['/s/..%2f..', '/s/-'],
  ['/embed/abc?theme=dark', '/embed/-?theme=dark'],
  ['/embed?theme=dark&nothing=1', '/embed?theme=dark'],
  [
    '/embed/abcABC123456?lines=1-2&panes=code&theme=light',
    '/embed/abcABC123456?theme=light&panes=code&lines=1-2',
  ],
])('%s is the page %s', (url, page) => expect(address(url)).toBe(page));

it('keeps a query short', () => {
  expect(String(address(`/learn?q=${'x'.repeat(3_000)}`)).length).toBeLessThan(220);
  expect(String(address(`/embed?panes=${'x'.repeat(3_000)}`)).length).toBeLessThan(60);
});

it.each([
  '/nothing',
  '/s',
  '/s/abcABC123456/b',
  '/learn/a/b/c',
  '/learn/%61',
  '/embed/a/b',
  '/S/abcABC123456',
  '/_next/data/x',
])('%s is no page', (url) => expect(address(url)).toBe('/_not-found'));

it('knows which link an address is of', () => {
  expect(linkOf('/s/abcABC123456')).toBe('abcABC123456');
  expect(linkOf('/embed/abcABC123456?theme=dark')).toBe('abcABC123456');
  for (const address of ['/', '/embed?theme=dark', '/learn/s/abcABC123456'])
    expect(linkOf(address)).toBeNull();
});
