import { expect, it } from 'vitest';
import { TerminalFeed } from './TerminalFeed.ts';
import type { TerminalOutput } from './terminalChannel.ts';

function listenTo(feed: TerminalFeed): TerminalOutput[] {
  const heard: TerminalOutput[] = [];
  feed.subscribe((output) => heard.push(output));
  return heard;
}

it('[T2] passes each code unit on once, whatever is sent again', () => {
  const feed = new TerminalFeed();
  const heard = listenTo(feed);
  feed.append({ offset: 0, data: 'abc' });
  feed.append({ offset: 0, data: 'abc' });
  feed.append({ offset: 1, data: 'bcde' });
  expect(heard).toEqual([
    { offset: 0, data: 'abc' },
    { offset: 3, data: 'de' },
  ]);
  expect(feed.end).toBe(5);
});

it('[T2] shows what is no longer kept as a jump', () => {
  const feed = new TerminalFeed();
  const heard = listenTo(feed);
  feed.append({ offset: 0, data: 'abc' });
  feed.append({ offset: 100, data: 'x' });
  expect(heard.map(({ offset }) => offset)).toEqual([0, 100]);
  expect(feed.end).toBe(101);
});

it('begins anew with another session, which counts from 0', () => {
  const feed = new TerminalFeed();
  const heard = listenTo(feed);
  feed.append({ offset: 0, data: 'abc' });
  feed.restart();
  expect(feed.end).toBe(0);
  feed.append({ offset: 0, data: 'd' });
  expect(heard.map(({ data }) => data).join('')).toBe('abcd');
});

it('replays its end to a pane that comes later, and forgets one that has gone', () => {
  const feed = new TerminalFeed();
  feed.append({ offset: 0, data: 'a'.repeat(200_000) });
  feed.append({ offset: 200_000, data: 'b'.repeat(200_000) });
  const late: TerminalOutput[] = [];
  const unsubscribe = feed.subscribe((output) => late.push(output));
  expect(late.map(({ offset }) => offset)).toEqual([200_000]);
  unsubscribe();
  feed.append({ offset: 400_000, data: 'c' });
  expect(late).toHaveLength(1);
});
