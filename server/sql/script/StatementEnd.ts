import type { RunEvent } from '../../../protocol/events/events.ts';

type LimitWhat = Extract<RunEvent, { type: 'limit' }>['what'];

/** How one step of the SQL ended; what is to be told of it has been emitted. */
export type StatementEnd =
  | { kind: 'ok' }
  | { kind: 'failed' }
  | { kind: 'crashed' }
  | { kind: 'limited'; what: LimitWhat; sandboxUnusable?: boolean }
  | { kind: 'cancelled'; sandboxUnusable?: boolean }
  | { kind: 'lost'; message: string };

const weight: Record<StatementEnd['kind'], number> = {
  ok: 0,
  failed: 1,
  crashed: 2,
  limited: 3,
  cancelled: 4,
  lost: 5,
};

/** The graver of two ends; of two alike the first. */
export function graver(one: StatementEnd, other: StatementEnd): StatementEnd {
  return weight[other.kind] > weight[one.kind] ? other : one;
}
