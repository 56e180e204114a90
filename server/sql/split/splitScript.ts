import { grammarRanges } from './grammarRanges.ts';
import { copyLines, readMetaCommand } from './readMetaCommand.ts';
import { StatementRule } from './StatementRule.ts';
import { scanAsFarAsPossible } from './scanAsFarAsPossible.ts';
import type { Token } from './scanSql.ts';
import type { ScriptPart } from './scriptPart.ts';
import { thinOperators } from './thinOperators.ts';

/** What a script may cost to scan, as a multiple of its length: each odd quote makes the scanner begin anew. */
const scanFactor = 24;

/**
 * Splits a script into statements by Postgres's own grammar, and by psql's rule where the grammar refuses; finds
 * backslash commands and inline COPY data, outside of literals and comments, by Postgres's scanner. Nothing is lost:
 * what cannot be understood is a statement too, for Postgres to answer.
 */
export function splitScript(script: string): ScriptPart[] {
  const thin = thinOperators(script);
  return thin === null
    ? [{ kind: 'sql', text: script, offset: 0, joined: true }]
    : new ScriptSplitter(script, thin).split();
}

class ScriptSplitter {
  readonly #script: string;
  /** What stands for it before scanner and grammar. */
  readonly #thin: string;
  readonly #parts: ScriptPart[] = [];
  #rule = new StatementRule();
  /** Where the SQL begins that has not been split yet. */
  #from = 0;
  /** Where psql's `\;` stands, which joins two statements to one message, in those that are not split yet. */
  #joins: number[] = [];
  #budget: number;

  constructor(script: string, thin: string) {
    this.#script = script;
    this.#thin = thin;
    this.#budget = (script.length + 256) * scanFactor;
  }

  split(): ScriptPart[] {
    const script = this.#script;
    let at = 0;
    while (at < script.length) {
      const { tokens, end, resume } = scanAsFarAsPossible(this.#thin.slice(at), (units) => {
        this.#budget -= units;
        return this.#budget > 0;
      });
      const told = at + end;
      const next = this.#takeTokens(tokens, at, told);
      if (next !== told || told === script.length) {
        at = next;
        continue;
      }
      const behind = resume === null ? script.length : at + resume;
      const odd = script.slice(told, behind).trimEnd();
      this.#rule.take({ start: told, end: told + odd.length, text: '', comment: false });
      at = behind;
    }
    this.#endSql(script.length);
    return this.#parts;
  }

  /** Goes through the tokens of the script from `base` to `told`; returns where scanning must begin anew. */
  #takeTokens(tokens: Token[], base: number, told: number): number {
    let at = base;
    for (const token of tokens) {
      const start = base + token.start;
      const end = base + token.end;
      // The rest of a line that belongs to a command, or a token that began in it and so is none.
      if (start < at) {
        if (end > at) return at;
        continue;
      }
      if (token.text === '\\') {
        at = this.#takeBackslash(start);
        if (at > told) return at;
        continue;
      }
      const words = this.#rule.take({ ...token, start, end });
      if (!words || !copiesFromStdin(words)) continue;
      const data = this.#takeCopyData(end);
      if (data !== end) return data;
    }
    return Math.max(at, told);
  }

  /** Returns where the script goes on behind `\;` or a command. */
  #takeBackslash(start: number): number {
    const script = this.#script;
    if (script[start + 1] === ';') {
      this.#joins.push(start);
      this.#rule.take({ start, end: start + 2, text: '', comment: false });
      return start + 2;
    }
    const { part, sqlEnd, end } = readMetaCommand(script, start, this.#rule.openAt);
    if (sqlEnd < start) this.#rule.dropStatement();
    this.#endSql(sqlEnd);
    if (part) this.#parts.push(part);
    this.#from = end;
    return end;
  }

  /** The lines behind COPY … FROM STDIN are its data, where the statement is the last of its line. */
  #takeCopyData(after: number): number {
    const rest = /^[ \t\r]*(?:--[^\n]*)?(?:\n|$)/.exec(this.#script.slice(after));
    if (!rest) return after;
    const data = copyLines(this.#script, after + rest[0].length);
    this.#endSql(after);
    const copy = this.#parts.at(-1);
    if (copy?.kind === 'sql') copy.copyData = data.text;
    this.#from = data.end;
    return data.end;
  }

  #endSql(end: number): void {
    this.#rule.endStatement();
    const from = this.#from;
    const script = this.#script;
    const byGrammar = grammarRanges(this.#thin.slice(from, end));
    const ranges = byGrammar?.map((range) => ({ start: from + range.start, end: from + range.end }));
    const joins = this.#joins.values();
    let join = joins.next().value;
    for (const { start, end: last } of ranges ?? this.#rule.ranges) {
      let text = '';
      let at = start;
      while (join !== undefined && join < start) join = joins.next().value;
      // A blank for the backslash of `\;` keeps every position.
      for (; join !== undefined && join < last; join = joins.next().value) {
        text += `${script.slice(at, join)} `;
        at = join + 1;
      }
      const joined = at > start;
      text += script.slice(at, last);
      this.#parts.push({ kind: 'sql', text, offset: start, ...(joined && { joined }) });
    }
    this.#joins = [];
    this.#rule = new StatementRule();
  }
}

function copiesFromStdin([first, ...words]: string[]): boolean {
  return first === 'copy' && words.some((word, index) => word === 'from' && words[index + 1] === 'stdin');
}
