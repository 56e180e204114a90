import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { runRequest } from '../../protocol/project.ts';
import { EveryMajorPane } from './EveryMajorPane.tsx';
import { cancelEveryMajor, runEveryMajor } from './everyMajorStore.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const majors = [
  { major: 18, version: '18.6' },
  { major: 15, version: '15.18' },
];
const request = runRequest.parse({ files: { 'src/lib.rs': '' } });

/** An answer for each major, as the server's lines. */
function answer(events: (postgres: number) => object[]) {
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    const { postgres } = JSON.parse(body);
    const lines = events(postgres).map((event) => `${JSON.stringify(event)}\n`);
    return new Response(lines.join(''));
  });
}

it('marks in words what only one major has, and shows the majors in their order', async () => {
  answer((postgres) => [
    { type: 'build', ok: true, ms: 1 },
    { type: 'generated', sql: `-- same\n-- for ${postgres}` },
    { type: 'done', outcome: 'ok', ms: 1 },
  ]);
  render(<EveryMajorPane onRun={() => {}} />);
  await act(() => runEveryMajor(request, majors, null));
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Postgres 15.18 succeeded · 0.0 s',
    'Postgres 18.6 succeeded · 0.0 s',
  ]);
  expect(screen.getByText(/1 step of the run differs/)).toBeTruthy();
  expect(screen.getAllByText('Only here:')).toHaveLength(2);
  const open = screen.getAllByRole('group').map((details) => (details as HTMLDetailsElement).open);
  expect(open).toEqual([false, true, false]);
});

it('says what the server refused, and compares nothing then', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json(
      { type: 'about:blank', title: 'Too Many Requests', status: 429, detail: 'Slower, please.' },
      { status: 429, headers: { 'Retry-After': '7' } },
    ),
  );
  render(<EveryMajorPane onRun={() => {}} />);
  await act(() => runEveryMajor(request, majors, null));
  expect(screen.getAllByText('Slower, please. Try again in 7 s.')).toHaveLength(2);
  expect(screen.getByText(/nothing to compare/)).toBeTruthy();
});

it('cancels all by closing every request', async () => {
  const signals: AbortSignal[] = [];
  vi.stubGlobal('fetch', (_path: string, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  render(<EveryMajorPane onRun={() => {}} />);
  await act(async () => {
    const running = runEveryMajor(request, majors, null);
    cancelEveryMajor();
    await running;
  });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(screen.getAllByText('Cancelled.')).toHaveLength(2);
});
