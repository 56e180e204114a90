import type { SqlEntity } from '../session/sqlEntities.ts';

/** A line of a Rust file, with the file's text. */
export interface RustPlace {
  file: string;
  line: number;
  text: string;
}

/** What stands above an item and belongs to it: attributes, comments, and the end of an attribute of several lines. */
const above = /^\s*(#\[|\/\/|([A-Za-z,][A-Za-z, ]*)?\)\])/;

/** The first item of SQL that the line, or the item of Rust around it, has given; null where there is none before it. */
export function entityAt(entities: readonly SqlEntity[], { file, line, text }: RustPlace): SqlEntity | null {
  const lines = text.split('\n');
  let at = line;
  while (above.test(lines[at - 1] ?? '')) at += 1;
  let found: SqlEntity | null = null;
  for (const entity of entities) {
    if (entity.file !== file || entity.rustLine > at) continue;
    if (!found || entity.rustLine > found.rustLine) found = entity;
  }
  return found;
}
