/**
 * What processes that abort write to the server's log: Postgres at a PANIC, and Rust's runtime (std::rt, alloc). Newest
 * last, as a log is.
 */
const sayings: [RegExp, (words: string[]) => string][] = [
  [/^PANIC: {2}(.{1,300})/, ([message]) => `It raised a PANIC: ${message}`],
  [
    /^memory allocation of (\d+) bytes failed/,
    ([bytes]) => `An allocation of ${bytes} bytes failed, and Rust aborts the process then.`,
  ],
  [
    /^thread caused non-unwinding panic/,
    () =>
      'It panicked where a panic can’t be turned into an error. Rust does that for a null or misaligned pointer in a debug build, for a panic in a destructor during another panic, and in an extern "C" function.',
  ],
  [/^fatal runtime error: (.{1,200}?)(?:, aborting)?$/, ([message]) => `Rust’s runtime aborted: ${message}.`],
];

/** Why a process aborted, by the last lines of the log before its end; null where they do not say. */
export function abortCause(log: string): string | null {
  for (const line of log.split('\n').reverse())
    for (const [pattern, tell] of sayings) {
      const found = pattern.exec(line);
      if (found) return tell(found.slice(1));
    }
  return null;
}
