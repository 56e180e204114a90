import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ErrorField } from './ErrorField.tsx';

it('opens the frames that the last line counts', () => {
  const text = 'given\n   2: mine\n      … and 2 frames in Rust, pgrx, and Postgres';
  render(<ErrorField name="DETAIL" text={text} frames={'   0: a\n   1: b'} />);
  const summary = screen.getByText('… and 2 frames in Rust, pgrx, and Postgres');
  fireEvent.click(summary);
  expect(summary.closest('details')?.open).toBe(true);
  expect(screen.getByText(/0: a/).textContent).toBe('   0: a\n   1: b');
});
