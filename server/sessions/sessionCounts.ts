/** How much there is of everything on this server now. */
export interface SessionCounts {
  sessions: number;
  connected: number;
  oneShots: number;
  containers: number;
  warm: number;
  starting: number;
  waitingForContainer: number;
  waitingForBuild: number;
  building: number;
}
