import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { OwnSettings } from './OwnSettings.tsx';

it('leads to the value of a setting that was just added', () => {
  const entries = [
    { name: 'work_mem', value: '4MB', line: 1 },
    { name: 'log_statement', value: 'all', line: 2 },
  ];
  const nothing = () => {};
  const list = (added: string | null) => (
    <OwnSettings entries={entries} known={new Map()} added={added} onSet={nothing} onRemove={nothing} />
  );
  const { rerender } = render(list(null));
  expect(document.activeElement).toBe(document.body);
  rerender(list('log_statement'));
  expect(document.activeElement).toBe(screen.getByLabelText('Value of log_statement'));
});
