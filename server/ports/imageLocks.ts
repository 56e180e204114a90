/** The lock files in a session image. */
export interface ImageLocks {
  /** The starter's, with which a project without one is built. */
  lock: string;
  /** All crates that the image has the sources of, also as a lock file. */
  crates: string;
}
