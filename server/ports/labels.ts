/**
 * The label that every container of ours carries. Its value is the name of the server instance, or of the test suite,
 * that the container belongs to. The name outlives the process: the next start finds by it what a crash has left.
 */
export const ownerLabel = 'pgrx-playground';

/** Tells the containers of one instance apart: a random name, which the server that made it knows as long as it lives. */
export const slotLabel = 'pgrx-playground.slot';
