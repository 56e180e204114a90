/** A library for the Postgres `from`, to be loaded in the server of the Postgres `into`. */
export interface LibraryPair {
  from: number;
  into: number;
}

/**
 * The pair that was picked, as far as these majors are there and two; else the library is for the Postgres that Run uses, and
 * the server the next newer one, or the newest of the others. Null where there are fewer than two.
 */
export function libraryPair(
  majors: readonly number[],
  chosen: number | null,
  picked: Partial<LibraryPair>,
): LibraryPair | null {
  const from = [picked.from, chosen, majors[0]].find((major) => majors.includes(major ?? 0)) ?? null;
  if (from === null) return null;
  const others = majors.filter((major) => major !== from).toSorted((a, b) => a - b);
  const into =
    others.find((major) => major === picked.into) ?? others.find((major) => major > from) ?? others.at(-1);
  return into === undefined ? null : { from, into };
}
