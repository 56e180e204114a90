import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { focusIn } from './focusPane.ts';

afterEach(cleanup);

const afterDrawing = () => new Promise((resolve) => requestAnimationFrame(resolve));

it('goes to where one types as soon as that has loaded', async () => {
  render(
    <div id="tool">
      <div data-focus="soon" data-testid="frame" />
    </div>,
  );
  focusIn('tool');
  await afterDrawing();
  const field = document.createElement('textarea');
  screen.getByTestId('frame').append(field);
  await waitFor(() => expect(document.activeElement).toBe(field));
});

it('takes the focus from nobody who went elsewhere meanwhile', async () => {
  render(
    <>
      <div id="tool">
        <div data-focus="soon" data-testid="frame" />
      </div>
      <button type="button">elsewhere</button>
    </>,
  );
  focusIn('tool');
  await afterDrawing();
  const button = screen.getByRole('button');
  button.focus();
  screen.getByTestId('frame').append(document.createElement('textarea'));
  await afterDrawing();
  expect(document.activeElement).toBe(button);
});

it('goes to what must be pressed first', async () => {
  render(
    <div id="tool">
      <textarea />
      <button type="button" data-focus="first">
        Open psql
      </button>
    </div>,
  );
  focusIn('tool');
  await afterDrawing();
  expect(document.activeElement).toBe(screen.getByRole('button'));
});
