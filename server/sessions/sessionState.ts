import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import type { LeaseState } from '../containers/Lease.ts';
import type { Toolchain } from '../ports/toolchain.ts';
import { type ExpirySettings, sessionEnds } from './expiry.ts';

/** What a page is told of its session, but for the clock. `queue` is the number of those who wait on this server. */
export function sessionState(
  container: LeaseState,
  activeAt: number,
  expiry: ExpirySettings,
  queue: number,
): Omit<ServerMessageOf<'session'>, 'now'> {
  const ends = sessionEnds({ activeAt, containerSince: sinceOf(container) }, expiry);
  return {
    type: 'session',
    container: container.kind,
    ...(container.kind === 'queued' && { position: container.position }),
    idleEndsAt: container.kind === 'none' ? null : ends.idleEndsAt,
    ageEndsAt: ends.ageEndsAt,
    queue,
    ...(container.kind === 'ready' ? ofContainer(container.held.sandbox) : { postgres: null }),
  };
}

function ofContainer({ postgres, pgrx }: Toolchain): Toolchain {
  return { postgres, ...(pgrx !== undefined && { pgrx }) };
}

/** When the container was taken; null where there is none. */
export function sinceOf(container: LeaseState): number | null {
  return container.kind === 'ready' ? container.since : null;
}
