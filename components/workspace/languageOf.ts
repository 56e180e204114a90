import { scriptDocument } from './documents.ts';

/** Monaco's name for the language of a document. A control file has Postgres's own syntax, which TOML's colours fit. */
export function languageOf(document: string): 'rust' | 'toml' | 'pgsql' | 'plaintext' {
  if (document === scriptDocument || document.endsWith('.sql')) return 'pgsql';
  if (document.endsWith('.rs')) return 'rust';
  if (document.endsWith('.toml') || document.endsWith('.control')) return 'toml';
  return 'plaintext';
}
