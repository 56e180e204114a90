/** One item of the SQL that pgrx generates, and the place in Rust that it comes from. Lines count from 1. */
export interface SqlEntity {
  file: string;
  rustLine: number;
  /** The item's path in Rust, or what its statement begins with where pgrx gives none. */
  name: string;
  /** The line of the SQL that tells the place, and the last one of the item. */
  from: number;
  to: number;
  text: string;
}

/** How pgrx marks where an item comes from. */
export const origin = /^-- (\S+\.rs):(\d{1,7})$/;

/** The items of a generated script, in its order. */
export function sqlEntities(sql: string): SqlEntity[] {
  const lines = sql.split('\n');
  const entities: SqlEntity[] = [];
  for (let index = 0; index < lines.length; index++) {
    const [, file, rustLine] = origin.exec(lines[index] ?? '') ?? [];
    if (file === undefined) continue;
    const from = index + 1;
    let end = from;
    while (end < lines.length && !endsItem(lines[end] ?? '')) end += 1;
    const body = lines.slice(from, end).join('\n').trimEnd();
    const [head = ''] = body.split('\n', 1);
    entities.push({
      file,
      rustLine: Math.max(1, Number(rustLine)),
      name: /^-- (\S.*)$/.exec(head)?.[1] ?? head.slice(0, 80),
      from,
      to: from + (body === '' ? 0 : body.split('\n').length),
      text: body,
    });
    index = end - 1;
  }
  return entities;
}

const endsItem = (line: string) => origin.test(line) || line.startsWith('/* </end connected');
