import type { ScriptPart } from './scriptPart.ts';

export interface MetaCommand {
  /** Null where the command only ends the statement before it, as `\g` does. */
  part: ScriptPart | null;
  /** Where the SQL before the command ends; the statement that the command takes for itself is not part of that. */
  sqlEnd: number;
  /** Where the script goes on. */
  end: number;
}

/** psql's commands that run the statement before them, which then needs no semicolon. */
const statementEnders = new Set([
  'g',
  'gx',
  'gset',
  'gdesc',
  'gexec',
  'crosstabview',
  'watch',
  'bind',
  'parse',
]);

/**
 * Reads the backslash command that starts at `start`; it reaches to the end of its line. `openAt` is where a statement
 * began that no semicolon has ended.
 */
export function readMetaCommand(script: string, start: number, openAt: number | null): MetaCommand {
  const newline = script.indexOf('\n', start);
  const lineEnd = newline < 0 ? script.length : newline;
  const end = Math.min(lineEnd + 1, script.length);
  const line = script.slice(start, lineEnd).trimEnd();
  const name = /^\\([^\s\\]*)/.exec(line)?.[1] ?? '';
  const args = line.slice(1 + name.length).trim();
  if (openAt !== null && statementEnders.has(name)) {
    if ((name === 'g' || name === 'gx') && args === '') return { part: null, sqlEnd: start, end };
    const text = script.slice(openAt, lineEnd).trimEnd();
    return { part: { kind: 'meta', text, offset: openAt, name, args, input: text }, sqlEnd: openAt, end };
  }
  const data = name === 'copy' && /\bfrom\s+p?stdin\b/i.test(args) ? copyLines(script, end) : null;
  const input = data ? `${line}\n${data.text}\\.` : line;
  return {
    part: { kind: 'meta', text: line, offset: start, name, args, input },
    sqlEnd: start,
    end: data?.end ?? end,
  };
}

/** The lines from `start` up to the line `\.`, or all that is left. */
export function copyLines(script: string, start: number): { text: string; end: number } {
  const rest = script.slice(start);
  const mark = /^\\\.\r?(?:\n|$)/m.exec(rest);
  if (!mark) return { text: rest === '' || rest.endsWith('\n') ? rest : `${rest}\n`, end: script.length };
  return { text: rest.slice(0, mark.index), end: start + mark.index + mark[0].length };
}
