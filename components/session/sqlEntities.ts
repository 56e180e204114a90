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
  for (const [index, line] of lines.entries()) {
    const [, file, rustLine] = origin.exec(line) ?? [];
    if (file === undefined) continue;
    const from = index + 1;
    const rest = lines.slice(from);
    const length = rest.findIndex((next) => origin.test(next) || next.startsWith('/* </end connected'));
    const body = (length < 0 ? rest : rest.slice(0, length)).join('\n').trimEnd();
    const named = /^-- (\S.*)$/m.exec(body.split('\n', 1)[0] ?? '')?.[1];
    entities.push({
      file,
      rustLine: Math.max(1, Number(rustLine)),
      name: named ?? (body.split('\n', 1)[0] ?? '').slice(0, 80),
      from,
      to: from + (body === '' ? 0 : body.split('\n').length),
      text: body,
    });
  }
  return entities;
}
