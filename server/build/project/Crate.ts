import type { Manifest } from './manifest.ts';

/** One crate of a project. */
export interface Crate {
  /** Where it is: empty for the project's own folder, otherwise with a slash at the end. */
  folder: string;
  /** The path of its Cargo.toml. */
  file: string;
  /** That Cargo.toml as it was given. */
  text: string;
  manifest: Manifest;
}
