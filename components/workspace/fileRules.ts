import {
  type FilePathProblem,
  type FilesProblem,
  filePathProblem,
  filesProblem,
} from '../../protocol/filePath.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { libraryPath } from './documents.ts';

export type FileProblem =
  | FilePathProblem
  | FilesProblem
  | { kind: 'taken' | 'missing' | 'required'; message: string };

/** Whether cargo or CREATE EXTENSION cannot do without this file. */
export function isRequired(files: ProjectFiles, path: string): boolean {
  if (path === libraryPath || path === 'Cargo.toml') return true;
  return path.endsWith('.control') && Object.keys(files).filter(isControlFile).length === 1;
}

/** Why a file of this name cannot be added, or null. */
export function addProblem(files: ProjectFiles, path: string, text = ''): FileProblem | null {
  if (path in files) return { kind: 'taken', message: `${path} already exists.` };
  return filePathProblem(path) ?? filesProblem({ ...files, [path]: text });
}

/** Why a file cannot be renamed so, or null. The control file may: its name is the extension's. */
export function renameProblem(files: ProjectFiles, from: string, to: string): FileProblem | null {
  const text = files[from];
  if (text === undefined) return missing(from);
  if (from === to) return null;
  if (isRequired(files, from) && !(isControlFile(from) && isControlFile(to)))
    return { kind: 'required', message: `${from} can’t be renamed: ${whyRequired(from)}` };
  const rest = { ...files };
  delete rest[from];
  return addProblem(rest, to, text);
}

/** Why a file cannot be removed, or null. */
export function removeProblem(files: ProjectFiles, path: string): FileProblem | null {
  if (!(path in files)) return missing(path);
  if (isRequired(files, path))
    return { kind: 'required', message: `${path} can’t be deleted: ${whyRequired(path)}` };
  return null;
}

function isControlFile(path: string): boolean {
  return path.endsWith('.control');
}

function missing(path: string): FileProblem {
  return { kind: 'missing', message: `${path} doesn’t exist.` };
}

function whyRequired(path: string): string {
  if (path === libraryPath) return 'it is the crate’s root file.';
  if (path === 'Cargo.toml') return 'cargo needs it to build.';
  return 'Postgres finds an extension by its control file.';
}
