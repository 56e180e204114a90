import type { RustTest } from '../../protocol/rustTests.ts';

/** Postgres has room for so many bytes of a name. */
const longest = 63;

/** What a test's function is called in the generated SQL, where pgrx shortens long names; null where it is not there. */
export function sqlNameOf({ fn }: Pick<RustTest, 'fn'>, sql: string): string | null {
  if (fn.length <= longest) return sql.includes(`"${fn}"(`) ? fn : null;
  for (const [, name = '', start = ''] of sql.matchAll(/"(t\d+_(\w+))"\(/g))
    if (name.length === longest && fn.startsWith(start)) return name;
  return null;
}
