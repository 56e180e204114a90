import type { LibraryPair } from './libraryPair.ts';

/**
 * Why a server did not load another major's library, in words, from what Postgres says; null where it says something else.
 * A reader expects versions to be compared, and mostly sees a missing symbol instead.
 */
export function whyRefused(message: string, { from, into }: LibraryPair): string | null {
  const [, symbol] = /undefined symbol: (\w{1,200})/.exec(message) ?? [];
  if (symbol)
    return `Postgres ${into} didn’t get as far as comparing versions. The dynamic linker first resolves every function and variable that the library imports from the server, and Postgres ${into} doesn’t have “${symbol}”, which a library built for Postgres ${from} uses. Only when all symbols are found does Postgres read the magic block (pg_module_magic!), which states the Postgres version the library was built for, and refuse it as an “incompatible library”.`;
  if (/^incompatible library /.test(message))
    return `Postgres ${into} has every symbol that the library imports, so Postgres got as far as the magic block (pg_module_magic!), which states the version the library was built for: ${from}. In-memory structures differ between major versions, so Postgres refuses to load it.`;
  return null;
}
