import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { TomlPlaces } from '../../../protocol/toml/TomlPlaces.ts';
import type { Versions } from '../../../protocol/versions.ts';
import type { Crate } from './Crate.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { allDependencies, mostMoved, versionEdit } from './otherPgrx.ts';

/** `=0.19.3`, as `cargo pgrx new` pins its crates. */
const exact = /^=\s*((\d+\.\d+)\.\d+)$/;

/**
 * A project with the patch releases of pgrx's crates that this server has, in place of those that it pins, and a warning for
 * each: a patch release keeps the interface. Another minor release does not, and is refused.
 */
export function withPgrxHere(
  files: ProjectFiles,
  { file, manifest }: Pick<Crate, 'file' | 'manifest'>,
  crates: Versions['crates'],
): { files: ProjectFiles; warnings: Diagnostic[] } {
  const here = Map.groupBy(crates, ({ name }) => name);
  const moved = allDependencies(manifest).flatMap((dependency) => {
    const { crate, version } = dependency;
    const [, pinned = '', minor = ''] = (crate.startsWith('pgrx') && exact.exec(version)) || [];
    const versions = (minor && here.get(crate)?.map((one) => one.version)) || [];
    const is = versions.findLast((one) => one.startsWith(`${minor}.`));
    return is && !versions.includes(pinned) ? { dependency, pinned, is } : [];
  });
  const text = files[file] ?? '';
  if (moved.length === 0) return { files, warnings: [] };
  const places = new TomlPlaces(text);
  const lines = text.split('\n');
  const written = [...lines];
  const warnings = moved.slice(0, mostMoved).flatMap(({ dependency, pinned, is }) => {
    const edit = versionEdit(lines, places, dependency, is, file);
    if (!edit) return [];
    const { line, column, endLine, endColumn } = edit;
    written[line - 1] = (written[line - 1] ?? '').replace(dependency.version, edit.replacement);
    const { crate } = dependency;
    const message = `This server has ${crate} ${is}, so the project was built with that instead of ${pinned}.`;
    const fix = { message: `Use ${crate} ${is}`, applicability: 'MachineApplicable' as const, edits: [edit] };
    const marked = { endLine, endColumn, suggestions: [fix] };
    return { ...manifestDiagnostic(lines, line, message, { column, severity: 'warning', file }), ...marked };
  });
  return { files: { ...files, [file]: written.join('\n') }, warnings };
}
