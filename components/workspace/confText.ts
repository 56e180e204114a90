/** One line of a postgresql.conf that sets something. */
export interface ConfEntry {
  name: string;
  /** Without its quotes. */
  value: string;
  /** Its place among the lines, from 0. */
  line: number;
}

/** As Postgres's guc-file.l reads a line: name, an optional `=`, a value with or without quotes, an optional comment. */
const entryLine =
  /^[ \t]*([A-Za-z_][\w$.]*)(?:[ \t]*=[ \t]*|[ \t]+|(?='))(?:'((?:[^'\n\\]|''|\\.)*)'|([^\s#']+))[ \t]*(?:#.*)?$/;

/** What a postgresql.conf sets, in its order. Where a name comes twice, Postgres takes the last. */
export function confEntries(text: string): ConfEntry[] {
  return text.split('\n').flatMap((content, line) => {
    const [, name, quoted, plain] = entryLine.exec(content) ?? [];
    if (name === undefined) return [];
    const value = quoted === undefined ? (plain ?? '') : quoted.replace(/''|\\./g, (two) => two.slice(1));
    return [{ name: name.toLowerCase(), value, line }];
  });
}

/** The text with this setting: in the place of the line that counts now, or at the end. */
export function withSetting(text: string, name: string, value: string): string {
  const line = confEntries(text).findLast((entry) => entry.name === name.toLowerCase())?.line;
  const written = `${name} = ${quote(value)}`;
  if (line === undefined) return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${written}\n`;
  return text
    .split('\n')
    .map((content, at) => (at === line ? written : content))
    .join('\n');
}

/** The text without this setting, wherever it is set. */
export function withoutSetting(text: string, name: string): string {
  const gone = new Set(confEntries(text).flatMap((entry) => (entry.name === name ? [entry.line] : [])));
  return text
    .split('\n')
    .filter((_, at) => !gone.has(at))
    .join('\n');
}

function quote(value: string): string {
  if (/^-?[\w.]+$/.test(value)) return value;
  return `'${value.replace(/[\\']/g, (one) => (one === "'" ? "''" : '\\\\')).replace(/\s+/g, ' ')}'`;
}
