import type { ContainerSupply } from '../containers/ContainerSupply.ts';
import type { SlotQueue } from '../queues/SlotQueue.ts';
import type { EventBudget } from '../runs/EventBudget.ts';
import type { OneShots } from '../runs/OneShots.ts';
import type { SessionTable } from './SessionTable.ts';

/** How much there is of everything on this server now. */
export interface SessionCounts {
  sessions: number;
  connected: number;
  /** Sessions whose page is gone. */
  away: number;
  /** What all sessions keep of their runs' events, about as much as it takes in memory. */
  eventBytes: number;
  oneShots: number;
  containers: number;
  warm: number;
  starting: number;
  waitingForContainer: number;
  waitingForBuild: number;
  building: number;
}

interface Counted {
  sessions: SessionTable;
  events: EventBudget;
  oneShots: OneShots;
  supply: ContainerSupply;
  builds: SlotQueue;
}

/** Counts what these have. */
export function countSessions({ sessions, events, oneShots, supply, builds }: Counted): SessionCounts {
  const { waiting, ...containers } = supply.counts;
  return {
    sessions: sessions.size,
    connected: sessions.size - sessions.away,
    away: sessions.away,
    eventBytes: events.total,
    oneShots: oneShots.count,
    ...containers,
    waitingForContainer: waiting,
    waitingForBuild: builds.waiting,
    building: builds.taken,
  };
}
