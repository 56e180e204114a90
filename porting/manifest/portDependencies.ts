import type { TomlTable, TomlValue } from 'smol-toml';
import type { ManifestTask } from './ManifestTask.ts';
import { table } from './TomlEdit.ts';

/** What a crate can come from instead of a registry, and what goes with it. */
const elsewhere = ['git', 'branch', 'tag', 'rev', 'path', 'registry'];

/** What was a crate of its own once, and is a part of another by now. */
const gone = new Set(['pgrx-utils']);

/** A feature that pgrx no longer has and that nobody misses. */
const goneFeatures = new Set(['time-crate', 'plrust']);

/** Moves pgrx's crates to the release, under their names of today. Returns whether the package itself uses pgrx. */
export function portDependencies(task: ManifestTask): boolean {
  const { root } = task.edit;
  portTables(task, table(root.workspace), ['workspace'], ['dependencies']);
  for (const [target, value] of Object.entries(table(root.target)))
    portTables(task, table(value), ['target', target]);
  return portTables(task, root, []);
}

const kinds = ['dependencies', 'dev-dependencies', 'build-dependencies'];

function portTables(
  task: ManifestTask,
  parent: TomlTable,
  above: readonly string[],
  tables = kinds,
): boolean {
  let usesPgrx = false;
  for (const kind of tables)
    for (const [key, value] of Object.entries(table(parent[kind]))) {
      const crate = portOne(task, [...above, kind, key], value);
      usesPgrx ||= crate === 'pgrx' && kind === 'dependencies';
    }
  return usesPgrx;
}

/** Returns the crate's name of today where it is one of pgrx's. */
function portOne(task: ManifestTask, path: readonly string[], value: TomlValue): string | null {
  const { edit, release, report } = task;
  const key = path.at(-1) ?? '';
  const wanted = table(value);
  const given = typeof wanted.package === 'string' ? wanted.package : key;
  if (!/^pgr?x(?:-[a-z-]{1,30})?$/.test(given)) return null;
  const crate = given.replace(/^pgx/, 'pgrx');
  if (gone.has(crate)) {
    const message = `${given} no longer exists: delete it here, and take what the code used of it from pgrx.`;
    report(path, message);
    return null;
  }
  if (given !== crate) rename(task, path, wanted.package !== undefined);
  const pinned = JSON.stringify(`=${release.versionOf(crate)}`);
  if (typeof value === 'string') {
    if (given !== crate || !release.isMetBy(value, crate)) edit.set(path, pinned);
    return crate;
  }
  edit.removeItems([...path, 'features'], (feature) => /^pg\d+$/.test(feature) || goneFeatures.has(feature));
  if (wanted.workspace === true || isInside(task, wanted.path)) return crate;
  const { version } = wanted;
  const sources = elsewhere.filter((source) => wanted[source] !== undefined);
  if (sources.length === Object.keys(wanted).length && edit.places.valueOf(path)) {
    edit.set(path, pinned);
    return crate;
  }
  for (const source of sources) edit.remove([...path, source]);
  if (typeof version !== 'string') insertVersion(task, path, pinned);
  else if (given !== crate || !release.isMetBy(version, crate)) edit.set([...path, 'version'], pinned);
  return crate;
}

/** `pgx` became `pgrx` with 0.8. */
function rename({ edit }: ManifestTask, path: readonly string[], byPackage: boolean): void {
  if (byPackage) {
    for (const { from } of edit.itemsOf([...path, 'package']))
      edit.replace({ from: from + 1, to: from + 1 + 'pgx'.length }, 'pgrx');
    return;
  }
  for (const { from, to } of edit.places.rangesOf(path)) {
    const written = edit.text.slice(from, to);
    const inHeader = /^\[[^\]]{0,300}\bpgx/.exec(written)?.[0];
    const at = inHeader !== undefined ? inHeader.length - 'pgx'.length : /^["']?pgx/.test(written) ? 0 : -1;
    if (at >= 0) {
      const start = from + at + (inHeader === undefined && !written.startsWith('pgx') ? 1 : 0);
      edit.replace({ from: start, to: start + 'pgx'.length }, 'pgrx');
    }
  }
}

/** A crate of the project's own. */
function isInside({ beside }: ManifestTask, path: unknown): boolean {
  return typeof path === 'string' && beside.has(`${path.replace(/^\.\//, '').replace(/\/$/, '')}/Cargo.toml`);
}

function insertVersion({ edit }: ManifestTask, path: readonly string[], version: string): void {
  const inline = edit.places.valueOf(path);
  if (inline && edit.text.charAt(inline.from) === '{') {
    edit.replace({ from: inline.from + 1, to: inline.from + 1 }, ` version = ${version},`);
    return;
  }
  const first = edit.places.rangesOf(path)[0];
  const isHeader = first && edit.text.charAt(first.from) === '[';
  if (isHeader) edit.insertBelowLine(first, [`version = ${version}`]);
  else if (first) edit.insertBelowLine(first, [`${path.at(-1)}.version = ${version}`]);
}
