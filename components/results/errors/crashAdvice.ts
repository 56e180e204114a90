/** Where to look, by the signal that ended a backend. As seen in debug builds. */
const signalAdvice: Record<string, string> = {
  SIGSEGV:
    'It followed an invalid pointer, or recursed without end. Check unsafe code and direct pg_sys calls that the statement reached.',
  SIGBUS: 'It accessed memory that doesn’t exist. Check unsafe code and direct pg_sys calls.',
  SIGABRT:
    'Check unsafe code, destructors, extern "C" functions, and calls of Postgres from other threads. The server log has what the process wrote last.',
  SIGKILL: 'The kernel killed it, most likely because its container ran out of memory.',
  SIGILL: 'It reached an instruction that must not be reached, such as unreachable_unchecked().',
  SIGFPE: 'An invalid machine division. Rust checks for that, so look at foreign or unsafe code.',
};

/** What to look at after a crash; null where no signal is known, and the server's message has all that is. */
export function crashAdvice(signal: string | null): string | null {
  if (signal === null) return null;
  return signalAdvice[signal] ?? 'Check unsafe code and direct pg_sys calls that the statement reached.';
}
