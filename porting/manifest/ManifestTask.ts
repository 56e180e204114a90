import type { PgrxRelease } from '../PgrxRelease.ts';
import type { TomlEdit } from './TomlEdit.ts';

/** One Cargo.toml of a project, and what is to be known of what stands beside it. */
export interface ManifestTask {
  edit: TomlEdit;
  file: string;
  release: PgrxRelease;
  /** The paths of the files in its folder, as they are below it. */
  beside: ReadonlySet<string>;
  /** Whether the project has no other crate. */
  isAlone: boolean;
  /** A file that the project no longer has, or one that it gets; by its path below the folder. */
  removeFile(path: string): void;
  addFile(path: string, text: string): void;
  /** Something for a person to change at one of the keys. */
  report(path: readonly string[], message: string): void;
}
