import type { ServerMessageOf } from '../../protocol/serverMessage.ts';
import type { Versions } from '../../protocol/versions.ts';

export type Refusal = Pick<ServerMessageOf<'refused'>, 'kind' | 'message' | 'retryAfterMs'>;

export interface RunQuestion {
  /** Counts the run towards its rates; null where it may be, else the milliseconds to wait. */
  rate: () => Promise<number | null>;
  versions: Versions;
  isDraining: () => boolean;
  busy: boolean;
  postgres: number;
}

/** Why a run is not taken, or null, in which case it has been counted. */
export async function refusalOf(question: RunQuestion): Promise<Refusal | null> {
  if (question.isDraining())
    return { kind: 'draining', message: 'The server is being restarted. Run again in a moment.' };
  if (question.busy) return { kind: 'busy', message: 'A run is under way. Cancel it, or wait for its end.' };
  const majors = question.versions.postgres.map(({ major }) => major);
  if (!majors.includes(question.postgres)) {
    const message = `Postgres ${question.postgres} is not to be had here. Choose from: ${majors.join(', ')}.`;
    return { kind: 'invalid', message };
  }
  const retryAfterMs = await question.rate();
  if (retryAfterMs === null) return null;
  const seconds = Math.ceil(retryAfterMs / 1000);
  return { kind: 'rate', message: `Too many runs in a minute. Run again in ${seconds} s.`, retryAfterMs };
}
