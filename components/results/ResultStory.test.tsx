import { render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { RunEvent, StatementResult } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { newRecord } from '../session/state/newRecord.ts';
import { ResultStory } from './ResultStory.tsx';

const nothing = () => {};
const actions = {
  onReveal: nothing,
  onRevealSql: nothing,
  onShowGeneratedSql: nothing,
  onShowBuildLog: nothing,
  onShowProblems: nothing,
};

const statement = (index: number, rows: number, columns: number): StatementResult => ({
  type: 'statement',
  index,
  sql: `select ${index}`,
  command: 'SELECT',
  rowCount: rows,
  columns: Array.from({ length: columns }, () => ({ name: 'n', type: 'int4' })),
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => '7')),
  truncated: false,
  ms: 1,
});
const notice: RunEvent = {
  type: 'notice',
  severity: 'NOTICE',
  message: 'a',
  detail: null,
  hint: null,
  where: null,
};

/** As many of these events as a link can have recorded. */
function recorded(make: (index: number) => RunEvent): RunEvent[] {
  const events: RunEvent[] = [];
  for (let bytes = 0; bytes < limits.recordedBytes; ) {
    events.push(make(events.length));
    bytes += JSON.stringify(events.at(-1)).length;
  }
  return events;
}

const story = (events: RunEvent[]) => (
  <ResultStory
    current={{ ...newRecord('a', 0, null), events, done: { type: 'done', outcome: 'ok', ms: 1 } }}
    previous={null}
    actions={actions}
  />
);

it.each([
  ['wide results', () => recorded((index) => statement(index, 79, 100))],
  ['long results', () => recorded((index) => statement(index, 1000, 3))],
  ['small results', () => recorded((index) => statement(index, 1, 1))],
  ['notices', () => recorded(() => notice)],
])('[K3] makes a short HTML of the longest run of %s', (_, events) => {
  const html = renderToString(story(events()));
  expect(html.length).toBeLessThan(600 * 1024);
});

it('[K3] has all of an ordinary run in its HTML', () => {
  const events = Array.from({ length: 20 }, (_, index) => statement(index, 20, 10));
  const html = renderToString(story(events));
  expect(html.match(/>7</g)).toHaveLength(20 * 20 * 10);
  expect(html).not.toContain('more follow');
});

it('shows the rest in a browser', () => {
  const events = Array.from({ length: 140 }, (_, index) => statement(index, 0, 0));
  expect(renderToString(story(events))).toContain('more follow when the page has loaded');
  render(story(events));
  expect(screen.getByText('select 139')).toBeTruthy();
  expect(screen.queryByText(/more follow/)).toBeNull();
});
