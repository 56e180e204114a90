import { scriptFile } from '../../archive/scriptFile.ts';
import { filePathProblem, filesProblem } from '../../protocol/filePath.ts';
import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { ArchiveEntry, ArchiveResult } from './archiveEntry.ts';

export interface FoundProject {
  /** The name of its folder in the archive; empty where it has none. */
  name: string;
  files: ProjectFiles;
  /** The text of `script.sql`; null where there is none. */
  sql: string | null;
  /** What was not taken, and why. */
  leftOut: { path: string; why: string }[];
}

/** What a project never needs here: what was built, and what tools keep for themselves. */
const ignored = /(^|\/)(target|\.git|\.github|\.idea|\.vscode|node_modules|__MACOSX)(\/|$)|(^|\/)\.DS_Store$/;

/** The root of a workspace, which may have no crate of its own. */
const isWorkspace = (bytes: Uint8Array | null) =>
  bytes !== null &&
  bytes.length <= limits.manifestLength &&
  /^[ \t]*\[workspace[\].]/m.test(textOf(bytes) ?? '');

/** The project in an archive: the outermost folder that has a crate, or crates in folders of its own. */
export function projectIn(entries: readonly ArchiveEntry[]): ArchiveResult<FoundProject> {
  const all = entries.map(({ path, bytes }) => ({ path: path.replace(/^(\.\/)+/, ''), bytes }));
  const paths = new Map(all.map(({ path, bytes }) => [path, bytes]));
  const roots = [...paths.keys()].flatMap((path) => /^(|.*\/)Cargo\.toml$/.exec(path)?.[1] ?? []);
  const root = roots
    .filter(
      (folder) => paths.has(`${folder}src/lib.rs`) || isWorkspace(paths.get(`${folder}Cargo.toml`) ?? null),
    )
    .toSorted((a, b) => a.split('/').length - b.split('/').length)[0];
  if (root === undefined) {
    const message =
      'No crate found: no folder has a Cargo.toml with a src/lib.rs beside it, or with a [workspace].';
    return { ok: false, error: { kind: 'noProject', message } };
  }
  const found: FoundProject = { name: root.split('/').at(-2) ?? '', files: {}, sql: null, leftOut: [] };
  for (const { path, bytes } of all) {
    if (!path.startsWith(root)) found.leftOut.push({ path, why: 'outside the crate' });
    else if (!ignored.test(path)) take(found, path.slice(root.length), bytes);
  }
  const problem = filesProblem(found.files);
  if (problem) return { ok: false, error: { kind: 'files', message: problem.message } };
  if (found.sql !== null && new TextEncoder().encode(found.sql).length > limits.sqlBytes)
    return {
      ok: false,
      error: { kind: 'sql', message: `${scriptFile} is over ${limits.sqlBytes / 1024} KiB.` },
    };
  return { ok: true, value: found };
}

function take(found: FoundProject, path: string, bytes: Uint8Array | null): void {
  const text = bytes && textOf(bytes);
  const pathProblem = filePathProblem(path);
  if (!bytes) found.leftOut.push({ path, why: 'a link or a device' });
  else if (text === null) found.leftOut.push({ path, why: 'not UTF-8 text' });
  else if (path === scriptFile) found.sql = text;
  else if (pathProblem) found.leftOut.push({ path, why: pathProblem.message });
  else found.files[path] = text;
}

/** The text of a file, or null where it is none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
