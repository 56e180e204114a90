import type { RunEventOf } from '../../../protocol/events/events.ts';

/** A crash of a backend, or a limit that was met. */
export type AbnormalEnd = RunEventOf<'crash' | 'limit'>;

const limitTitles: Record<RunEventOf<'limit'>['what'], string> = {
  time: 'Stopped: it took too long',
  memory: 'Stopped: out of memory',
  processes: 'Stopped: too many processes',
  output: 'Stopped: too much output',
  disk: 'Stopped: the disk is full',
};

/** What happened, in a few words; the server's message says how much it was and what to do. */
export function abnormalEndTitle(event: AbnormalEnd): string {
  if (event.type === 'limit') return limitTitles[event.what];
  return `The backend died${event.signal ? `: ${event.signal}` : ''}`;
}
