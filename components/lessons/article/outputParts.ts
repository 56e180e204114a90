/** A part of what Postgres says: rows under a heading, or lines of text. */
export type OutputPart =
  | { kind: 'grid'; columns: string[]; rows: string[][] }
  | { kind: 'text'; text: string };

const said = /^(NOTICE|WARNING|INFO|LOG|DEBUG|ERROR|FATAL|PANIC|DETAIL|HINT|crash|limit)\b.*:|^…$/;
/** What a statement without rows gives: the command, which is no heading. */
const command =
  /^(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|COPY|BEGIN|COMMIT|ROLLBACK|SET|RESET|DO|ANALYZE|GRANT)( [A-Z]+)*( \d+)*$/;
/** What psql draws for itself. */
const drawn = /^[-+| ]+$|^\(\d+ rows?\)$/;

/**
 * An output block of a lesson cut into its results. Where a heading begins is known only where empty lines part the
 * results, or where there is one statement: the rest stays text.
 */
export function outputParts(output: string, sql: string): OutputPart[] {
  const oneStatement = (sql.match(/;/g) ?? []).length <= 1;
  return output
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => partsOf(part.split('\n'), oneStatement || /\n\s*\n/.test(output.trim())));
}

function partsOf(lines: string[], certain: boolean): OutputPart[] {
  const isSaid = (line: string) => said.test(line.trim()) || command.test(line.trim());
  const first = lines.findIndex((line) => !isSaid(line));
  if (first === -1) return [{ kind: 'text', text: lines.join('\n') }];
  const after = lines.findIndex((line, index) => index > first && isSaid(line));
  const rows = lines.slice(first, after === -1 ? undefined : after);
  const cells = rows.map((line) => line.split('|').map((cell) => cell.trim()));
  const [columns = []] = cells;
  const isGrid =
    certain &&
    rows.length > 1 &&
    !rows.some((line) => drawn.test(line.trim())) &&
    cells.every((row) => row.length === columns.length);
  if (!isGrid) return [{ kind: 'text', text: lines.join('\n') }];
  const around = (some: string[]): OutputPart[] =>
    some.length > 0 ? [{ kind: 'text', text: some.join('\n') }] : [];
  return [
    ...around(lines.slice(0, first)),
    { kind: 'grid', columns, rows: cells.slice(1) },
    ...around(after === -1 ? [] : lines.slice(after)),
  ];
}
