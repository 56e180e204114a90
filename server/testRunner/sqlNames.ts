import type { RustTest } from '../../protocol/rust/rustTests.ts';

/** Postgres has room for so many bytes of a name. */
const longest = 63;

/** The names of the functions in some generated SQL, read once for all tests. */
export class SqlNames {
  readonly #names = new Set<string>();
  /** Those that pgrx has shortened, by what is left of their beginning. */
  readonly #shortened = new Map<string, string>();

  constructor(sql: string) {
    for (let end = sql.indexOf('"('); end >= 0; end = sql.indexOf('"(', end + 1)) {
      const start = sql.lastIndexOf('"', end - 1) + 1;
      if (start > 0 && end - start <= longest) this.#add(sql.slice(start, end));
    }
  }

  #add(name: string): void {
    this.#names.add(name);
    const start = name.length === longest ? /^t\d+_(.+)$/.exec(name)?.[1] : undefined;
    if (start !== undefined && !this.#shortened.has(start)) this.#shortened.set(start, name);
  }

  /** What a test's function is called in the SQL, where pgrx shortens long names; null where it is not there. */
  of({ fn }: Pick<RustTest, 'fn'>): string | null {
    if (fn.length <= longest) return this.#names.has(fn) ? fn : null;
    for (let length = longest; length > 0; length--) {
      const name = this.#shortened.get(fn.slice(0, length));
      if (name !== undefined) return name;
    }
    return null;
  }
}
