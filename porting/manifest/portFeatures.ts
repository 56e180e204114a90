import type { PgrxRelease } from '../PgrxRelease.ts';
import type { ManifestTask } from './ManifestTask.ts';
import { table } from './TomlEdit.ts';

/** The features of Postgres majors, as `cargo pgrx new` writes them: those that pgrx no longer knows go, new ones come. */
export function portFeatures({ edit, release, beside }: ManifestTask): void {
  const features = table(edit.root.features);
  const names = Object.keys(features);
  const ofMajors = names.flatMap((name) => {
    const [, major] = /^pg(\d{1,3})$/.exec(name) ?? [];
    return major === undefined ? [] : { name, major: Number(major) };
  });
  const known = new Set(release.majors);
  const dropped = new Set(ofMajors.filter(({ major }) => !known.has(major)).map(({ name }) => name));
  for (const name of dropped) edit.remove(['features', name]);
  for (const name of names) {
    if (dropped.has(name)) continue;
    renamePgx(['features', name], edit);
    const isGone = (item: string) => dropped.has(item) || isForUnknown(item, known);
    const items = edit.itemsOf(['features', name]);
    const isDefault = name === 'default' && items.some(({ value }) => dropped.has(value));
    if (isDefault && !items.some(({ value }) => /^pg\d+$/.test(value) && !dropped.has(value)))
      setDefault(edit, items, dropped, release.postgres);
    else edit.removeItems(['features', name], isGone);
  }
  const isExtension = [...beside].some((path) => /^[^/]+\.control$/.test(path));
  if (ofMajors.length === 0 && !isExtension) return;
  addMajors(edit, release, ofMajors);
}

type Edit = ManifestTask['edit'];

interface Major {
  name: string;
  major: number;
}

/** Whether it turns on what pgrx has no longer: `pgrx/pg11`. */
function isForUnknown(item: string, known: ReadonlySet<number>): boolean {
  const [, major] = /^pgr?x(?:-[a-z-]{1,30})?\??\/pg(\d{1,3})$/.exec(item) ?? [];
  return major !== undefined && !known.has(Number(major));
}

function renamePgx(path: readonly string[], edit: Edit): void {
  for (const { from, value } of edit.itemsOf(path))
    if (/^(?:dep:)?pgx(?:[-/?]|$)/.test(value)) {
      const start = from + 1 + value.indexOf('pgx');
      edit.replace({ from: start, to: start + 'pgx'.length }, 'pgrx');
    }
}

/** The first of the majors that are gone makes way for the one that runs, and the others for nothing. */
function setDefault(
  edit: Edit,
  items: readonly { value: string }[],
  dropped: ReadonlySet<string>,
  postgres: number,
): void {
  const others = items.map(({ value }) => value).filter((value) => !dropped.has(value));
  edit.set(
    ['features', 'default'],
    `[${[`pg${postgres}`, ...others].map((one) => JSON.stringify(one)).join(', ')}]`,
  );
}

/** New majors, each turning on what the newest that was there turns on, where that can be had. */
function addMajors(edit: Edit, release: PgrxRelease, had: readonly Major[]): void {
  const there = new Set(had.map(({ major }) => major));
  const missing = release.majors.filter((major) => !there.has(major));
  const [first] = edit.places.rangesOf(['features']);
  const newest = had.toSorted((a, b) => a.major - b.major).at(-1);
  const on = newest ? turnedOnBy(edit, newest) : ['pgrx/pg', ...(usesTests(edit) ? ['pgrx-tests/pg'] : [])];
  const lines = missing.map(
    (major) => `pg${major} = [${on.map((one) => JSON.stringify(one + major)).join(', ')}]`,
  );
  if (missing.length === 0) return;
  if (!first) edit.append(['', '[features]', `default = ["pg${release.postgres}"]`, ...lines]);
  else if (edit.text.charAt(first.from) === '[')
    edit.insertBelow(newest ? ['features', newest.name] : ['features'], lines);
}

/** What a major's feature turns on, without the number: of pgrx's crates, and of the project's own. */
function turnedOnBy(edit: Edit, { name, major }: Major): string[] {
  const dependencies = table(edit.root.dependencies);
  return edit.itemsOf(['features', name]).flatMap(({ value }) => {
    const [, crate = ''] = /^([\w-]{1,100})\??\/pg\d{1,3}$/.exec(value) ?? [];
    const isOurs = table(dependencies[crate]).path !== undefined || /^pgr?x(?:-tests)?$/.test(crate);
    const isOfMajor = value.endsWith(`/pg${major}`);
    return isOurs && isOfMajor ? `${value.slice(0, -String(major).length).replace(/^pgx\b/, 'pgrx')}` : [];
  });
}

const usesTests = (edit: Edit) =>
  ['dev-dependencies', 'dependencies'].some((kind) =>
    Object.keys(table(edit.root[kind])).some((name) => /^pgr?x-tests$/.test(name)),
  );
