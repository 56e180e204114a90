import type { z } from 'zod';
import type { ProblemAnswer } from './sendProblem.ts';

/** Errors beyond so many are not told: who mends these sees the others. */
const toldErrors = 20;

/** The answer to a body that breaks rules, with each field and its rule. */
export function fieldProblem({ issues }: z.ZodError): ProblemAnswer {
  const errors = issues.slice(0, toldErrors).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  return {
    status: 422,
    detail: 'The request is invalid; `errors` lists each field.',
    errors,
  };
}
