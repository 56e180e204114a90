import type { ExtensionObject } from '../../protocol/messages/objectMessages.ts';
import type { SqlEntity } from '../session/sqlEntities.ts';

/** How CREATE calls what is not made by a function of the library. */
const created: Partial<Record<ExtensionObject['kind'], string>> = {
  aggregate: 'AGGREGATE',
  type: 'TYPE',
  enum: 'TYPE',
  domain: 'DOMAIN',
  range: 'TYPE',
  table: 'TABLE',
  view: 'VIEW',
  sequence: 'SEQUENCE',
  schema: 'SCHEMA',
  'operator class': 'OPERATOR CLASS',
  'operator family': 'OPERATOR FAMILY',
};

/** Where in Rust an object comes from, as far as the generated SQL tells it; null where it does not. */
export function placeOfObject(
  { kind, name, symbol, note }: ExtensionObject,
  entities: readonly SqlEntity[],
): { file: string; line: number } | null {
  const plain = name.split('.').at(-1) ?? name;
  const found = entities.find(({ text }) => {
    if (symbol) return text.includes(`'${symbol}'`);
    if (kind === 'operator' || kind === 'cast')
      return text.includes(`CREATE  FUNCTION "${functionOf(note)}"(`);
    const word = created[kind];
    return word !== undefined && createdName(text, word) === plain.toLowerCase();
  });
  return found ? { file: found.file, line: found.rustLine } : null;
}

/** The function of an operator or a cast, which its note ends with. */
function functionOf(note: string | null): string {
  return /\bby (?:\w+\.)?(\w+)$/.exec(note ?? '')?.[1] ?? '';
}

/** What a statement creates, if it creates such a thing, in small letters. */
function createdName(text: string, word: string): string | undefined {
  const name = new RegExp(
    `^CREATE\\s+(?:OR REPLACE\\s+)?${word}\\s+(?:IF NOT EXISTS\\s+)?([^\\s(;]+)`,
    'im',
  ).exec(text)?.[1];
  return name?.replaceAll('"', '').split('.').at(-1)?.toLowerCase();
}
