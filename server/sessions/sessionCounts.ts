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
