import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import type { Versions } from '../../../protocol/versions.ts';
import { manifestPath } from './completeProject.ts';
import type { Manifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { TomlPlaces } from './TomlPlaces.ts';

/** `=0.19.3`, as `cargo pgrx new` pins its crates. */
const exact = /^=\s*((\d+\.\d+)\.\d+)$/;

/**
 * A project with the patch releases of pgrx's crates that this server has, in place of those that it pins, and a warning for
 * each: a patch release keeps the interface. Another minor release does not, and
 * is left for cargo to refuse.
 */
export function withPgrxHere(
  files: ProjectFiles,
  manifest: Manifest,
  crates: Versions['crates'],
): { files: ProjectFiles; warnings: Diagnostic[] } {
  const here = new Map(crates.map(({ name, version }) => [name, version]));
  const moved = manifest.dependencies.flatMap(({ path, crate, version }) => {
    const [, pinned = '', minor = ''] = (crate.startsWith('pgrx') && exact.exec(version)) || [];
    const is = here.get(crate) ?? '';
    return minor && pinned !== is && is.startsWith(`${minor}.`) ? { path, crate, version, pinned, is } : [];
  });
  const text = files[manifestPath] ?? '';
  if (moved.length === 0) return { files, warnings: [] };
  const places = new TomlPlaces(text);
  const lines = text.split('\n');
  const written = [...lines];
  const warnings = moved.flatMap(({ path, crate, version, pinned, is }) => {
    const line = places.lineOf([...path, 'version']);
    const before = written[line - 1] ?? '';
    const column = before.indexOf(version) + 1;
    if (column === 0) return [];
    written[line - 1] = before.replace(version, `=${is}`);
    const message = `This server has ${crate} ${is}, so the project was built with that instead of ${pinned}.`;
    const end = { endLine: line, endColumn: column + version.length };
    const edit = { file: manifestPath, line, column, ...end, replacement: `=${is}` };
    const fix = { message: `Use ${crate} ${is}`, applicability: 'MachineApplicable' as const, edits: [edit] };
    const marked = { ...end, suggestions: [fix] };
    return { ...manifestDiagnostic(lines, line, message, { column, severity: 'warning' }), ...marked };
  });
  return { files: { ...files, [manifestPath]: written.join('\n') }, warnings };
}
