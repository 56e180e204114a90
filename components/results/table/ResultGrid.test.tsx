import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { StatementResult } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { StatementBlock } from '../StatementBlock.tsx';

vi.hoisted(() => {
  const none = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  vi.stubGlobal('ResizeObserver', none);
});

afterEach(cleanup);

const result = (names: string[], rows: (string | null)[][], type = 'text'): StatementResult => ({
  type: 'statement',
  index: 0,
  sql: 'select',
  command: 'SELECT',
  rowCount: rows.length,
  columns: names.map((name) => ({ name, type })),
  rows,
  truncated: false,
  ms: 1,
});

it('opens a value by keyboard, as JSON and as text, and returns to its cell', async () => {
  render(
    <StatementBlock
      result={result(
        ['id', 'body'],
        [
          ['1', '{"a":[1,2]}'],
          ['2', 'plain'],
        ],
      )}
    />,
  );
  const first = screen.getByRole('cell', { name: '1' });
  expect(first.tabIndex).toBe(0);
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  const cell = screen.getByRole('cell', { name: '{"a":[1,2]}' });
  expect(document.activeElement).toBe(cell);
  fireEvent.keyDown(cell, { key: 'Enter' });
  const dialog = await screen.findByRole('dialog', { name: 'body' });
  expect(dialog.textContent).toContain('text · row 1 · 11 characters');
  expect(dialog.querySelector('pre')?.textContent).toBe('{\n  "a": [\n    1,\n    2\n  ]\n}');
  fireEvent.click(screen.getByRole('button', { name: 'Text' }));
  expect(dialog.querySelector('pre')?.textContent).toBe('{"a":[1,2]}');
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(cell));
});

it('opens a value by a click, and says where it was cut', async () => {
  const long = `${'x'.repeat(limits.valueLength)}…`;
  render(<StatementBlock result={{ ...result(['body'], [[long]]), truncated: true }} />);
  expect(screen.getByText(/^Cut off: body in row 1\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('cell'));
  expect((await screen.findByRole('dialog')).textContent).toContain('the rest was cut');
});

it('gives one long value among many rows two lines, and one alone eight', () => {
  const long = 'word '.repeat(100);
  const { rerender } = render(<StatementBlock result={result(['a'], [[long], ['b']])} />);
  expect(document.querySelectorAll('.line-clamp-2')).toHaveLength(2);
  rerender(<StatementBlock result={result(['a'], [[long]])} />);
  expect(document.querySelectorAll('.line-clamp-8')).toHaveLength(1);
});

it('keeps the height of a row that shows nothing', () => {
  render(<StatementBlock result={result(['f'], [['']], 'void')} />);
  expect(document.querySelector('td > div')?.className).toContain('min-h-5');
});

it('shows a plan as it is drawn, over the whole width', () => {
  render(
    <StatementBlock
      result={{
        ...result(['QUERY PLAN'], [['Sort'], ['  ->  Seq Scan on t']]),
        command: 'EXPLAIN',
      }}
    />,
  );
  const plan = screen.getByRole('region', { name: 'Result of statement 1' });
  expect(plan.querySelector('pre')?.textContent).toBe('Sort\n  ->  Seq Scan on t');
  expect(plan.className).toContain('w-full');
  expect(screen.queryByRole('grid')).toBeNull();
});
