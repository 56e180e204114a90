import type { EndReason } from '../../protocol/messages/serverMessage.ts';

export interface ExpirySettings {
  /** A session ends when nothing was done in it for so long. */
  idleMs: number;
  /** A container ends when it is so old, whatever is done in it. */
  ageMs: number;
  /** How long before an end it is told. */
  noticeMs: number;
  /** How long a container is kept for a page that is gone. */
  awayMs: number;
}

export interface Ends {
  idleEndsAt: number;
  /** Null where there is no container that could grow old. */
  ageEndsAt: number | null;
  /** The end that comes first, and when it is to be told. */
  next: { reason: Extract<EndReason, 'idle' | 'age'>; at: number; noticeAt: number };
}

/** When a session will end if nothing is done in it any more. All times are by the server's clock. */
export function sessionEnds(
  times: { activeAt: number; containerSince: number | null },
  settings: Pick<ExpirySettings, 'idleMs' | 'ageMs' | 'noticeMs'>,
): Ends {
  const idleEndsAt = times.activeAt + settings.idleMs;
  const ageEndsAt = times.containerSince === null ? null : times.containerSince + settings.ageMs;
  const byAge = ageEndsAt !== null && ageEndsAt <= idleEndsAt;
  const at = byAge ? ageEndsAt : idleEndsAt;
  return {
    idleEndsAt,
    ageEndsAt,
    next: { reason: byAge ? 'age' : 'idle', at, noticeAt: at - settings.noticeMs },
  };
}
