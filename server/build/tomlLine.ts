/**
 * The line, counted from 1, where a table's key stands in some TOML: as `key = …` under the table's header, as a header
 * of its own (`[table.key]`), or dotted. The header's line where the key is not found; 1 where neither is. The parser
 * gives no places.
 */
export function tomlLine(text: string, table: string, key: string): number {
  const lines = text.split('\n').map((line) => line.trim().replaceAll('"', '').replaceAll("'", ''));
  let current = '';
  let headerLine = 1;
  for (const [index, line] of lines.entries()) {
    const header = /^\[+\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    if (header !== undefined) {
      current = header;
      if (current === table) headerLine = index + 1;
      if (current === `${table}.${key}`) return index + 1;
    } else if (isKey(line, current === '' ? '' : `${current}.`, `${table}.${key}`)) return index + 1;
  }
  return headerLine;
}

/** Whether a line sets `wanted`, or something in it, when the header before it is `prefix`. */
function isKey(line: string, prefix: string, wanted: string): boolean {
  const name = /^([A-Za-z0-9_.-]+)\s*=/.exec(line)?.[1];
  if (name === undefined) return false;
  const full = `${prefix}${name}`;
  return full === wanted || full.startsWith(`${wanted}.`);
}
