import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { TomlPlaces } from '../../../protocol/toml/TomlPlaces.ts';
import type { Crate } from './Crate.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';

/** With these editions cargo takes a newer resolver by itself (The Cargo Book, "Resolver versions"). */
const newEditions = new Set(['2021', '2024']);

/**
 * A project whose root would have cargo use its first resolver, with the second in its place, and a warning: with the first,
 * crates get other features than those in the image were compiled with, so that each would be compiled again.
 */
export function withNewerResolver(
  files: ProjectFiles,
  { file, text, manifest }: Pick<Crate, 'file' | 'text' | 'manifest'>,
): { files: ProjectFiles; warnings: Diagnostic[] } {
  const { resolver, edition, name, workspace } = manifest;
  const isOld = resolver === '1' || (resolver === '' && (name === '' || !newEditions.has(edition)));
  const used = files[file] ?? '';
  const places = isOld ? new TomlPlaces(used) : null;
  const table = workspace ? 'workspace' : 'package';
  const said = places?.valueOf([table, 'resolver']);
  const header = places?.rangesOf([table]).find(({ from }) => used.charAt(from) === '[');
  const [from, to] = said ? [said.from, said.to] : [endOfLine(used, header?.to), endOfLine(used, header?.to)];
  if (!places || (!said && !header)) return { files, warnings: [] };
  const written = said ? '"2"' : `resolver = "2"\n`;
  const lines = text.split('\n');
  const line = places.lineOf(said ? [table, 'resolver'] : [table]);
  const message = `With cargo’s first resolver, every dependency would have to be compiled again here, so this was built with the second. To use it everywhere, write resolver = "2" under [${table}].`;
  const warning = manifestDiagnostic(lines, line, message, { severity: 'warning', file });
  const changed = used.slice(0, from) + written + used.slice(to);
  return { files: { ...files, [file]: changed }, warnings: [warning] };
}

function endOfLine(text: string, from = 0): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
