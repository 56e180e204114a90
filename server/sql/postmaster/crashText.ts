import { constants } from 'node:os';
import type { Death } from './readCrash.ts';

const causes: Record<string, string> = {
  SIGSEGV: 'It accessed memory it doesn’t own, through a bad pointer or infinite recursion.',
  SIGABRT: 'It aborted, by abort() or in C code; the server’s log doesn’t say why.',
  SIGBUS: 'It accessed memory that doesn’t exist.',
  SIGILL: 'It executed an instruction that the processor doesn’t support.',
  SIGFPE: 'It made an arithmetic error that Rust doesn’t check.',
  SIGTRAP: 'It hit a breakpoint or trap.',
};

/**
 * Whether Postgres answers again, after how long, and whether the whole server had ended and was started anew; `gone`: its
 * container has ended with it.
 */
export type Recovery = { ms: number; restarted: boolean } | 'gone' | 'silent';

/** What to tell of a backend that died, and the signal's name. */
export function crashText(
  death: Death | null,
  recovery: Recovery,
): { signal: string | null; message: string } {
  if (recovery === 'gone') {
    const message =
      'Everything in the session’s container was killed while the statement ran: Postgres, its data, and all other processes. The next run gets a new container.';
    return { signal: null, message };
  }
  if (recovery !== 'silent' && recovery.restarted) {
    const message = `The whole Postgres server ended, not just the backend that ran your code: its postmaster was killed, or left. It was started again after ${(recovery.ms / 1000).toFixed(1)} s; every open connection was cut and its transaction lost.`;
    return { signal: null, message };
  }
  const after =
    recovery === 'silent'
      ? 'Postgres didn’t restart, so its container was stopped. The next run gets a new one.'
      : `Postgres was back after ${(recovery.ms / 1000).toFixed(1)} s; every open connection was cut and its transaction lost. In production these would have been everyone's.`;
  if (!death) {
    // Postgres logs nothing of a backend that leaves with 0 or 1, and goes on.
    const left =
      'The Postgres backend exited while the statement ran, without an error: exit(0) and exit(1) do that. Let the function return or panic instead.';
    const back = recovery === 'silent' ? after : 'Only its connection was lost; Postgres was back at once.';
    return { signal: null, message: `${left} ${back}` };
  }
  if ('exitCode' in death) {
    const { exitCode } = death;
    return {
      signal: null,
      message: `Your function ended its Postgres backend, by exit(${exitCode}) or the like; let it return or panic instead. ${after}`,
    };
  }
  const signal = signalName(death.signal);
  const cause = death.cause ?? causes[signal];
  const why = cause === undefined ? '' : ` ${cause}`;
  return { signal, message: `Your function killed its Postgres backend (${signal}).${why} ${after}` };
}

function signalName(number: number): string {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return found?.[0] ?? `signal ${number}`;
}
