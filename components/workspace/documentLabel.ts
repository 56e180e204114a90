import { scriptDocument } from './documents.ts';
import { languageOf } from './languageOf.ts';

const names = { rust: 'Rust', toml: 'settings', pgsql: 'SQL', plaintext: 'text' };

/** What a screen reader calls the editor of a document. */
export function documentLabel(document: string): string {
  if (document === scriptDocument) return 'SQL script';
  return `${document}, ${names[languageOf(document)]}`;
}
