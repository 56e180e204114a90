import type { Diagnostic } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { Crate } from './Crate.ts';
import { chosenMember } from './chosenMember.ts';
import { readManifest, type Workspace } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';

/** The crates of a project that cargo looks at when it builds one of them. */
export interface ProjectCrates {
  /** The one that is built, and becomes the extension. */
  built: Crate;
  /** The others: members of its workspace, and what it takes by path. A root without a crate of its own is one of them. */
  others: Crate[];
}

/** All manifests of a project together; to read so much takes the server some 10 ms. */
const mostText = 2 * limits.manifestLength;
/** Patterns for members; cargo's own workspace has a handful. */
const mostPatterns = 50;

/** The crates of a project whose Cargo.toml is there, or in words why they cannot be told. */
export function projectCrates(files: ProjectFiles): Result<ProjectCrates, Diagnostic[]> {
  const root = readCrate(files, '', null);
  if (!root.ok) return root;
  const folders = Object.keys(files).flatMap((path) => /^(.+\/)Cargo\.toml$/.exec(path)?.[1] ?? []);
  const { workspace } = root.value.manifest;
  if (folders.length === 0) return ok({ built: root.value, others: [] });
  const total = [...folders, ''].reduce(
    (sum, folder) => sum + (files[`${folder}Cargo.toml`]?.length ?? 0),
    0,
  );
  if (total > mostText) {
    const message = `The Cargo.toml files are over ${mostText / 1024} KiB together. Leave out crates that the extension doesn’t need.`;
    return fail([manifestDiagnostic([], 1, message)]);
  }
  const crates = new Map([['', root.value]]);
  const wanted = workspace ? folders.filter((folder) => isMember(folder, workspace)) : [];
  wanted.push(...pathFolders(root.value));
  const problems: Diagnostic[] = [];
  for (const folder of wanted) {
    if (crates.has(folder) || !(`${folder}Cargo.toml` in files)) continue;
    const crate = readCrate(files, folder, workspace);
    if (!crate.ok) problems.push(...crate.error);
    else {
      crates.set(folder, crate.value);
      wanted.push(...pathFolders(crate.value));
    }
  }
  if (problems.length > 0) return fail(problems);
  const all = [...crates.values()];
  const chosen = chosenMember(all, files);
  if (!chosen.ok) return fail([chosen.error]);
  return ok({ built: chosen.value, others: all.filter((crate) => crate !== chosen.value) });
}

function readCrate(
  files: ProjectFiles,
  folder: string,
  within: Workspace | null,
): Result<Crate, Diagnostic[]> {
  const file = `${folder}Cargo.toml`;
  const text = files[file] ?? '';
  const manifest = readManifest(text, { folder, within });
  if (manifest.ok) return ok({ folder, file, text, manifest: manifest.value });
  const { line, message, column } = manifest.error;
  return fail([manifestDiagnostic(text.split('\n'), line, message, { column, file })]);
}

const pathFolders = ({ manifest }: Crate) => manifest.dependencies.flatMap(({ folder }) => folder ?? []);

function isMember(folder: string, { members, exclude }: Workspace): boolean {
  if (exclude.slice(0, mostPatterns).some((path) => folder.startsWith(`${trimmed(path)}/`))) return false;
  return members.slice(0, mostPatterns).some((pattern) => matches(folder.slice(0, -1), trimmed(pattern)));
}

const trimmed = (path: string) =>
  path
    .slice(0, limits.pathLength)
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');

/** Whether a folder is meant by a pattern in which `*` and `?` stand for what is in a name, as cargo's do. */
export function matches(folder: string, pattern: string): boolean {
  const names = folder.split('/');
  const parts = pattern.split('/');
  return names.length === parts.length && names.every((name, index) => nameMatches(name, parts[index] ?? ''));
}

/** Goes back to the last `*` alone, which is enough, so that it takes the product of the lengths at the most. */
function nameMatches(name: string, pattern: string): boolean {
  let [at, in_, star, resume] = [0, 0, -1, 0];
  while (at < name.length) {
    const mark = pattern.charAt(in_);
    if (mark === '*') {
      star = in_++;
      resume = at;
    } else if (mark !== '' && (mark === '?' || mark === name.charAt(at))) {
      at++;
      in_++;
    } else if (star >= 0) {
      in_ = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern.charAt(in_) === '*') in_++;
  return in_ === pattern.length;
}
