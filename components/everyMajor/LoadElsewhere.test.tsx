import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { runRequest } from '../../protocol/project.ts';
import { sqlError } from '../../test/support/sqlError.ts';
import { loadElsewhere, useElsewhere } from './elsewhereStore.ts';
import { LoadElsewhere } from './LoadElsewhere.tsx';

const of = (...majors: number[]) => majors.map((major) => ({ major, version: `${major}.1` }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  useElsewhere.setState({ picked: {}, run: null, problem: null });
});

const request = runRequest.parse({ files: { 'src/lib.rs': '' } });
const message = 'could not load library "/work/x.so": /work/x.so: undefined symbol: pqsignal';

it('asks for both majors, and says in words why no versions were compared', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body));
    const events = [
      sqlError({ statement: 'LOAD', sqlstate: 'XX000', message }),
      { type: 'done', outcome: 'sqlFailed', ms: 1 },
    ];
    return new Response(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  });
  Element.prototype.scrollIntoView = () => {};
  render(<LoadElsewhere postgres={of(17, 15, 18)} chosen={null} onLoad={() => {}} />);
  expect((screen.getByLabelText('Load into') as HTMLSelectElement).value).toBe('18');
  await act(() => loadElsewhere(request, { from: 17, into: 18 }, null));
  expect(asked).toMatchObject([{ mode: 'loadElsewhere', libraryOf: 17, postgres: 18 }]);
  expect(screen.getByText('not loaded')).toBeTruthy();
  expect(screen.getByText(message, { exact: false })).toBeTruthy();
  expect(screen.getByText(/didn’t get as far as comparing versions/)).toBeTruthy();
});

it('is not there where there is one Postgres alone', () => {
  const { container } = render(<LoadElsewhere postgres={of(17)} chosen={null} onLoad={() => {}} />);
  expect(container.innerHTML).toBe('');
});
