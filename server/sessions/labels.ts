/**
 * The label that every container of ours carries. Its value is the id of the server process, or of the test suite, that
 * the container belongs to; what is left of a crashed one is found by it.
 */
export const ownerLabel = 'pgrx-playground';
