import { expect, it } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { withStatementContext } from './withStatementContext.ts';

it('names the statement that a crash or a limit ended, and changes nothing else', () => {
  const emitted: RunEvent[] = [];
  const part = { kind: 'sql', text: 'select f()', offset: 11 } as const;
  const emit = withStatementContext((event) => emitted.push(event), part, 3);
  emit({ type: 'limit', what: 'time', message: 'm' });
  emit({ type: 'crash', signal: 'SIGABRT', message: 'm', index: 3 });
  emit({ type: 'log', stream: 'postgres', text: 't' });
  const named = { index: 3, statement: 'select f()', offset: 11 };
  expect(emitted).toEqual([
    { type: 'limit', what: 'time', message: 'm', ...named },
    { type: 'crash', signal: 'SIGABRT', message: 'm', ...named },
    { type: 'log', stream: 'postgres', text: 't' },
  ]);
});
