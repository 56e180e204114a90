import type { Span } from './span.ts';

/**
 * Where the stretches of an earlier text are in a later one. All that was changed in between is taken for one stretch
 * of lines, from the first line that differs to the last: what lies before it is where it was, what lies after it has
 * moved with its line, and what touches it is gone (null).
 */
export function spanMapper(before: string, now: string): (span: Span) => Span | null {
  if (before === now) return (span) => span;
  const old = before.split('\n');
  const lines = now.split('\n');
  const shorter = Math.min(old.length, lines.length);
  let head = 0;
  while (head < shorter && old[head] === lines[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === lines.at(-1 - tail)) tail += 1;
  const moved = lines.length - old.length;
  return (span) => {
    if (span.endLine <= head) return span;
    if (span.line <= old.length - tail) return null;
    return { ...span, line: span.line + moved, endLine: span.endLine + moved };
  };
}
