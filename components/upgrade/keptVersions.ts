import { z } from 'zod';
import type { BuiltVersionsState } from './builtVersions.ts';

const version = { name: z.string(), version: z.string() };
const kept = z.object({
  built: z.array(z.object({ ...version, sql: z.string() })),
  inDatabase: z.object(version).nullable(),
});

/** A tab has some 5 MB for all that it keeps, and a generated script may be 256 KB. */
const mostLetters = 1_000_000;

/** Of each page of the tab: two lessons have the same extension, and other versions of it. */
const keyOf = (path: string) => `pgrx-playground:versions:${path}`;

/** The versions that this page knew before it was loaded anew; none where the storage is forbidden or spoilt. */
export function keptVersions(storage: Storage | null, path: string): BuiltVersionsState {
  try {
    const parsed = kept.safeParse(JSON.parse(storage?.getItem(keyOf(path)) ?? 'null'));
    if (parsed.success) return parsed.data;
  } catch {
    // As if there were none.
  }
  return { built: [], inDatabase: null };
}

/** Keeps them for a reload, the last ones that were built first, as many as there is room for. */
export function keepVersions(storage: Storage | null, path: string, state: BuiltVersionsState): void {
  let room = mostLetters;
  const built = state.built.filter(({ sql }) => {
    room -= sql.length;
    return room >= 0;
  });
  try {
    storage?.setItem(keyOf(path), JSON.stringify({ built, inDatabase: state.inDatabase }));
  } catch {
    storage?.removeItem(keyOf(path));
  }
}
