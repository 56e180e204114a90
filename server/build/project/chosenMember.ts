import type { Diagnostic, Suggestion } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import { TomlPlaces } from '../../../protocol/toml/TomlPlaces.ts';
import type { Crate } from './Crate.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';

/** So many are offered; a project has no more files than twice that. */
const mostOffered = 16;

/**
 * The crate of several that is built: as for cargo the one in the project's own folder, or that which `default-members`
 * names; where neither is an extension, the only member that is one.
 */
export function chosenMember(crates: readonly Crate[], files: ProjectFiles): Result<Crate, Diagnostic> {
  const root = crates.find(({ folder }) => folder === '');
  const workspace = root?.manifest.workspace ?? null;
  const defaults = new Set(
    workspace?.defaultMembers.map((path) => `${path.replace(/^\.\/|\/$/g, '')}/`) ?? [],
  );
  const members = crates.filter(({ manifest }) => manifest.name !== '');
  const extensions = members.filter((crate) => isExtension(crate, files));
  const named = extensions.filter(({ folder }) => defaults.has(folder || './'));
  const [only, ...more] = named.length > 0 ? named : extensions;
  if (named.length === 0 && root && (extensions.includes(root) || !workspace)) return ok(root);
  if (only && more.length === 0) return ok(only);
  const text = files['Cargo.toml'] ?? '';
  if (only) return fail(ambiguous(text, extensions));
  const [first, ...others] = members;
  // What it lacks to be an extension is told then.
  if (first && (others.length === 0 || first === root)) return ok(first);
  const message = `None of the workspace’s crates is an extension: one needs crate-type = ["cdylib"] under [lib], and pgrx among its dependencies.`;
  return fail(manifestDiagnostic(text.split('\n'), lineOfWorkspace(text), message));
}

/** What cargo pgrx could run: a library that Postgres can load, made with pgrx. */
function isExtension({ folder, manifest }: Crate, files: ProjectFiles): boolean {
  const usesPgrx = manifest.dependencies.some(
    ({ crate, path }) => /^pgr?x$/.test(crate) && path.at(-2) === 'dependencies',
  );
  const hasControl = () =>
    Object.keys(files).some(
      (path) => path.startsWith(folder) && /^[^/]+\.control$/.test(path.slice(folder.length)),
    );
  return usesPgrx && (manifest.crateTypes.includes('cdylib') || hasControl());
}

function ambiguous(text: string, extensions: readonly Crate[]): Diagnostic {
  const lines = text.split('\n');
  const line = lineOfWorkspace(text);
  const paths = extensions.slice(0, mostOffered).map(({ folder }) => folder.slice(0, -1) || '.');
  const places = new TomlPlaces(text);
  const told = places.valueOf(['workspace', 'default-members']);
  const isHeader = /^\s*\[workspace\]/.test(lines[line - 1] ?? '');
  const suggestions = paths.flatMap((path): Suggestion[] => {
    const list = `["${path}"]`;
    const message = `Run ${path}`;
    if (told) {
      const edit = { file: 'Cargo.toml', ...span(text, told), replacement: list };
      return [{ message, applicability: 'MaybeIncorrect', edits: [edit] }];
    }
    if (!isHeader) return [];
    const at = { line: line + 1, column: 1, endLine: line + 1, endColumn: 1 };
    const edit = { file: 'Cargo.toml', ...at, replacement: `default-members = ${list}\n` };
    return [{ message, applicability: 'MaybeIncorrect', edits: [edit] }];
  });
  const message = `The workspace has several extensions: ${paths.join(', ')}. Name the one to run under [workspace], for example: default-members = ["${paths[0]}"]`;
  return manifestDiagnostic(lines, line, message, { suggestions });
}

const lineOfWorkspace = (text: string) => new TomlPlaces(text).lineOf(['workspace']);

function span(text: string, { from, to }: { from: number; to: number }) {
  const place = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const [start, end] = [place(from), place(to)];
  return { ...start, endLine: end.line, endColumn: end.column };
}
