import type { Range } from './grammarRanges.ts';
import type { Token } from './scanSql.ts';

/**
 * Where statements end by psql's rule, which needs no grammar and so works on broken SQL: at a semicolon outside of
 * parentheses, and outside of BEGIN … END in CREATE FUNCTION and CREATE PROCEDURE.
 */
export class StatementRule {
  readonly ranges: Range[] = [];
  #words: string[] = [];
  /** Whether it is CREATE FUNCTION or CREATE PROCEDURE, which its first words tell. */
  #isRoutine = false;
  #open: Range | null = null;
  #depth = 0;
  #begins = 0;

  /** Where the statement begins that no semicolon has ended yet. */
  get openAt(): number | null {
    return this.#open?.start ?? null;
  }

  /** Takes the next token. Returns the words of the statement that it ends, or null. */
  take({ text, start, end, comment }: Token): string[] | null {
    if (comment) return null;
    if (text === ';' && this.#depth <= 0 && this.#begins === 0) {
      const words = this.#words;
      this.endStatement();
      return words;
    }
    this.#open = { start: this.#open?.start ?? start, end };
    if (text === '(') this.#depth++;
    else if (text === ')') this.#depth--;
    else this.#takeWord(text);
    return null;
  }

  /** Ends the open statement, if there is one, where its last token ended. */
  endStatement(): void {
    if (this.#open) this.ranges.push(this.#open);
    this.#open = null;
    this.#words = [];
    this.#isRoutine = false;
    this.#depth = 0;
    this.#begins = 0;
  }

  /** Forgets the open statement: a backslash command has taken it. */
  dropStatement(): void {
    this.#open = null;
    this.endStatement();
  }

  #takeWord(word: string): void {
    if (this.#words.length < maxWords) this.#words.push(word);
    if (this.#words.length <= routineWords && !this.#isRoutine) this.#isRoutine = makesRoutine(this.#words);
    if (this.#depth > 0 || !this.#isRoutine) return;
    if (word === 'begin' || (word === 'case' && this.#begins > 0)) this.#begins++;
    else if (word === 'end' && this.#begins > 0) this.#begins--;
  }
}

/** CREATE OR REPLACE FUNCTION. */
const routineWords = 4;

function makesRoutine([first, ...words]: readonly string[]): boolean {
  const [kind] = words[0] === 'or' && words[1] === 'replace' ? words.slice(2) : words;
  return first === 'create' && (kind === 'function' || kind === 'procedure');
}

/** More than COPY with its options has before FROM STDIN, parenthesised columns not counted. */
const maxWords = 16;
