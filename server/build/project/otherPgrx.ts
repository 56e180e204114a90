import type { Suggestion } from '../../../protocol/events/events.ts';
import { minorOf } from '../../../protocol/pgrxFor.ts';
import type { TomlPlaces } from '../../../protocol/toml/TomlPlaces.ts';
import type { Versions } from '../../../protocol/versions.ts';
import { type Dependency, type Manifest, sharedDependencies } from './manifest.ts';

/** What a project has to change by hand when it comes from before a minor release of pgrx. Source: its release notes. */
const changes: readonly { before: number; text: string }[] = [
  {
    before: 16,
    text: 'Since 0.16, SPI takes its arguments as `&[DatumWithOid]`, an aggregate has a name, and `PgLwLock::new` takes one.',
  },
  {
    before: 18,
    text: 'Since 0.18, pgrx reads the SQL from the library: delete src/bin/pgrx_embed.rs and its [[bin]], and rewrite your own `SqlTranslatable` impls.',
  },
];

/** Nobody names pgrx's crates more often; each may stand on the same long line. */
export const mostMoved = 20;

/** What is wrong with a project that asks for a minor release of pgrx that is not here, and the change to the one that is. */
export function otherPgrx(
  manifest: Manifest,
  crates: Versions['crates'],
): { dependency: Dependency; message: string; moved: { dependency: Dependency; is: string }[] } | null {
  const here = new Map(crates.map(({ name, version }) => [name, version]));
  const moved = allDependencies(manifest).flatMap((dependency) => {
    const is = dependency.crate.startsWith('pgrx') ? here.get(dependency.crate) : undefined;
    const asked = minorOf(dependency.version);
    return is && asked !== null && asked !== minorOf(is) ? { dependency, is } : [];
  });
  const first = moved.find(({ dependency }) => dependency.crate === 'pgrx');
  if (!first) return null;
  const asked = minorOf(first.dependency.version) ?? 0;
  const since = changes.filter(({ before }) => asked < before).map(({ text }) => ` ${text}`);
  const message = `This server has pgrx ${first.is}, and the project asks for ${first.dependency.version.replace(/^[=^~ ]+/, '')}.${since.join('')}`;
  return { dependency: first.dependency, message, moved: moved.slice(0, mostMoved) };
}

/** Those that a crate has, and those that its workspace has for all. */
export function allDependencies({ dependencies, workspace }: Manifest): Dependency[] {
  return workspace ? [...dependencies, ...sharedDependencies(workspace)] : dependencies;
}

/** The change of a dependency's version to `=is` where it stands on a line of its own or of its table; null where it is not found. */
export function versionEdit(
  lines: readonly string[],
  places: TomlPlaces,
  { path, version }: Dependency,
  is: string,
  file: string,
): Suggestion['edits'][number] | null {
  const line = places.lineOf([...path, 'version']);
  const column = (lines[line - 1] ?? '').indexOf(version) + 1;
  if (column === 0 || version === '') return null;
  const endColumn = column + version.length;
  return { file, line, column, endLine: line, endColumn, replacement: `=${is}` };
}
