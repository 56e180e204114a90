import type { Turn } from '../../queues/Turns.ts';
import type { ProblemAnswer } from '../core/sendProblem.ts';

/** The answer to one that has got no turn. Who has gone will not read it. */
export function turnProblem(kind: Exclude<Turn['kind'], 'taken'>): ProblemAnswer {
  return {
    status: 503,
    detail:
      kind === 'full'
        ? 'Too many requests at a time. Try again in a few seconds.'
        : 'The server is busy. Try again in a few seconds.',
    headers: { 'Retry-After': '5' },
  };
}
