import type { ProjectFiles } from '../../../protocol/project.ts';
import { extensionNameProblem } from './extensionNameProblem.ts';
import { projectCrates } from './projectCrates.ts';

/** The starter crate's files, as the image has them. */
export type Starter = ProjectFiles;

export const manifestPath = 'Cargo.toml';

/** Adds what a project leaves out: Cargo.toml, and the control file under the crate's name, beside its Cargo.toml. */
export function completeProject(files: ProjectFiles, starter: Starter): ProjectFiles {
  const complete = { ...files };
  complete[manifestPath] ??= starter[manifestPath] ?? '';
  const crates = projectCrates(complete);
  const { folder, manifest } = crates.ok ? crates.value.built : { folder: '', manifest: null };
  if (controlFile(complete, folder) !== null) return complete;
  const control = controlFile(starter, '');
  const starterName = control?.slice(0, -'.control'.length) ?? '';
  const name = manifest?.name || starterName;
  if (control && extensionNameProblem(name) === null)
    complete[`${folder}${name}.control`] = (starter[control] ?? '').replaceAll(starterName, name);
  return complete;
}

/** The path of a crate's control file: cargo pgrx takes the first that stands beside its Cargo.toml. */
export function controlFile(files: ProjectFiles, folder: string): string | null {
  const control = Object.keys(files).filter(
    (path) => path.startsWith(folder) && /^[^/]+\.control$/.test(path.slice(folder.length)),
  );
  return control.toSorted()[0] ?? null;
}
