import type { ProjectFiles } from '../../../protocol/project.ts';
import { extensionNameProblem } from './extensionNameProblem.ts';
import { readManifest } from './manifest.ts';

/** The starter crate's files, as the image has them. */
export type Starter = ProjectFiles;

export const manifestPath = 'Cargo.toml';

/** Adds what a project leaves out: Cargo.toml, and the control file under the crate's name. */
export function completeProject(files: ProjectFiles, starter: Starter): ProjectFiles {
  const complete = { ...files };
  complete[manifestPath] ??= starter[manifestPath] ?? '';
  if (Object.keys(complete).some(isControlFile)) return complete;
  const control = Object.keys(starter).find(isControlFile);
  const starterName = control?.slice(0, -'.control'.length) ?? '';
  const manifest = readManifest(complete[manifestPath]);
  const name = (manifest.ok && manifest.value.name) || starterName;
  if (control && extensionNameProblem(name) === null)
    complete[`${name}.control`] = (starter[control] ?? '').replaceAll(starterName, name);
  return complete;
}

/** cargo pgrx takes control files beside Cargo.toml only. */
export function isControlFile(path: string): boolean {
  return /^[^/]+\.control$/.test(path);
}
