import type { RunEventOf } from '../../../protocol/events.ts';

/** Where to look, by the signal that ended a backend. Seen with pgrx 0.19.3 in debug builds. */
const signalAdvice: Record<string, string> = {
  SIGSEGV:
    'A wild pointer was followed, or a recursion did not end. Look at unsafe code and direct pg_sys calls that the statement reached.',
  SIGBUS: 'Memory was read or written where there is none. Look at unsafe code and direct pg_sys calls.',
  SIGABRT:
    'The process aborted: std::process::abort(), a panic while another one was unwinding, SPI from a thread, or a null pointer that rustc’s own check caught.',
  SIGKILL: 'The kernel ended it, most often because it had used up the memory of its container.',
  SIGILL: 'An instruction that must not be reached was reached, such as unreachable_unchecked().',
  SIGFPE: 'A machine division had no answer; Rust checks for that, so look at foreign or unsafe code.',
};

/** What to look at after a crash; null where no signal is known, and the server's message has all that is. */
export function crashAdvice(signal: string | null): string | null {
  if (signal === null) return null;
  return signalAdvice[signal] ?? 'Look at unsafe code and direct pg_sys calls that the statement reached.';
}

/** The heading of each limit; the server's message says how much it was and what to do. */
export const limitTitles: Record<RunEventOf<'limit'>['what'], string> = {
  time: 'Stopped: it took too long',
  memory: 'Stopped: out of memory',
  processes: 'Stopped: too many processes',
  output: 'Stopped: too much output',
  disk: 'Stopped: the disk is full',
};
