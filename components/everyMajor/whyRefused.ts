import type { LibraryPair } from './libraryPair.ts';

/**
 * Why a server did not load another major's library, in words, from what Postgres says; null where it says something else.
 * A reader expects versions to be compared, and mostly sees a missing symbol instead.
 */
export function whyRefused(message: string, { from, into }: LibraryPair): string | null {
  const [, symbol] = /undefined symbol: (\w{1,200})/.exec(message) ?? [];
  if (symbol)
    return `Postgres ${into} has not come as far as comparing versions: first the system’s linker looks for every function and variable that the library takes from the server, and “${symbol}”, which a library for Postgres ${from} takes, is not in that of Postgres ${into}. Only where all are found does Postgres read the magic block (pg_module_magic!), in which the library says for which Postgres it was compiled, and refuses it as an “incompatible library”.`;
  if (/^incompatible library /.test(message))
    return `All that the library takes from the server is there in Postgres ${into} too, so it has come as far as the magic block (pg_module_magic!), in which the library says for which Postgres it was compiled: ${from}. Structures in memory differ between majors, so it is not loaded.`;
  return null;
}
