const frame = /^ *\d+: /;
/** The function that pgrx writes around one of the project's, or pgrx itself. */
const pgrxFrame = /^ *\d+: (?:.*_wrapper\b|<?pgrx)/;

export interface ShortBacktrace {
  text: string;
  /** The frames that were left out, a line each; empty where none were. */
  others: string;
}

/**
 * A text with only the project's part of the Rust backtrace in it: what is below are the panic's own frames, what is
 * above pgrx's and Postgres's, dozens that are always the same. A backtrace without a line of the project stays whole.
 *
 * @param isOwn whether a line, such as `at src/lib.rs:1:2`, is of the project
 */
export function shortBacktrace(text: string, isOwn: (line: string) => boolean): ShortBacktrace {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (frame.test(line) ? [index] : []));
  const frames = starts.map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length));
  const first = frames.findIndex((one) => one.some(isOwn));
  if (first < 0) return { text, others: '' };
  const after = frames.findIndex((one, index) => index > first && pgrxFrame.test(one[0] ?? ''));
  // What calls the project's outermost function, between it and pgrx, is the standard library's for #[pg_guard].
  const last = frames.slice(0, after < 0 ? undefined : after).findLastIndex((one) => one.some(isOwn));
  const kept = frames.slice(first, last + 1);
  const others = [...frames.slice(0, first), ...frames.slice(last + 1)].map(([named = '']) => named);
  const rest = others.length > 0 ? [`      … and ${others.length} frames in Rust, pgrx, and Postgres`] : [];
  return {
    text: [...lines.slice(0, starts[0]), ...kept.flat(), ...rest].join('\n').trim(),
    others: others.join('\n'),
  };
}
