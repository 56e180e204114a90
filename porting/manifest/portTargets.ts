import type { Range } from '../../protocol/toml/TomlPlaces.ts';
import type { ManifestTask } from './ManifestTask.ts';
import { TomlEdit, table } from './TomlEdit.ts';

const embedFile = 'src/bin/pgrx_embed.rs';

/** What is compiled: the library as Postgres loads it, and the program of old that made the SQL. */
export function portTargets(task: ManifestTask): void {
  const { edit, release, beside, removeFile, addFile } = task;
  const programs = arrayTables(edit, 'bin').filter(({ range }) =>
    isEmbed(edit.text.slice(range.from, range.to)),
  );
  if (!release.embeds) {
    for (const { range } of programs) edit.removeLines(range);
    if (beside.has(embedFile)) removeFile(embedFile);
  } else if (isExtension(task) && programs.length === 0 && !beside.has(embedFile)) {
    const name = JSON.stringify(`pgrx_embed_${table(edit.root.package).name}`);
    edit.append(['', '[[bin]]', `name = ${name}`, `path = "./${embedFile}"`]);
    addFile(embedFile, '::pgrx::pgrx_embed!();\n');
  }
  portCrateType(task, programs.length > 0);
}

function portCrateType(task: ManifestTask, hadEmbed: boolean): void {
  const { edit, release, beside, isAlone } = task;
  const path = ['lib', 'crate-type'];
  const types = edit.itemsOf(path).map(({ value }) => value);
  if (types.length === 0 && isExtension(task)) {
    const [header] = edit.places.rangesOf(['lib']);
    const type = `crate-type = ["cdylib"${release.embeds ? ', "lib"' : ''}]`;
    if (edit.root.lib === undefined) edit.append(['', '[lib]', type]);
    else if (header && edit.text.charAt(header.from) === '[') edit.insertBelowLine(header, [type]);
    return;
  }
  if (!types.includes('cdylib')) {
    if (isExtension(task)) edit.set(path, `["cdylib"${release.embeds ? ', "lib"' : ''}]`);
    return;
  }
  if (release.embeds && !types.some((type) => type === 'lib' || type === 'rlib'))
    edit.set(path, '["cdylib", "lib"]');
  // It was there for pgrx_embed, unless something else can use the library.
  const others = [...beside].some(
    (file) =>
      file !== embedFile && /^(?:src\/bin|src\/main\.rs|tests\/[^/]+\.rs|examples|benches)/.test(file),
  );
  const programs = arrayTables(edit, 'bin').length - (hadEmbed ? 1 : 0);
  if (!release.embeds && types.includes('lib') && isAlone && !others && programs === 0)
    edit.removeItems(path, (type) => type === 'lib');
}

const isExtension = ({ beside }: ManifestTask) => [...beside].some((path) => /^[^/]+\.control$/.test(path));

/** The tables of an array `[[name]]`, from each header to the last key below it. */
function arrayTables(edit: TomlEdit, name: string): { range: Pick<Range, 'from' | 'to'> }[] {
  const tables: { range: { from: number; to: number } }[] = [];
  for (const { from, to } of edit.places.rangesOf([name])) {
    const last = tables.at(-1);
    if (edit.text.startsWith('[[', from)) tables.push({ range: { from, to } });
    else if (last) last.range.to = to;
  }
  return tables;
}

/** Whether a `[[bin]]` is the one of `cargo pgrx new` from 0.12 to 0.17. */
function isEmbed(text: string): boolean {
  const bins = new TomlEdit(text).root.bin;
  const { name, path } = table(Array.isArray(bins) ? bins[0] : null);
  return (
    (typeof name === 'string' && name.startsWith('pgrx_embed')) ||
    path === embedFile ||
    path === `./${embedFile}`
  );
}
