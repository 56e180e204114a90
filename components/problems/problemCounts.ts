import { countOf } from '../ui/format/countOf.ts';
import type { Problem } from './problem.ts';

/** `2 errors, 1 warning`; nothing where there are none. */
export function problemCounts(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  return [errors && countOf(errors, 'error'), warnings && countOf(warnings, 'warning')]
    .filter(Boolean)
    .join(', ');
}
