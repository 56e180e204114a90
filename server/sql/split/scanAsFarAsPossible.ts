import { scanSql, type Token } from './scanSql.ts';

export interface PartialScan {
  tokens: Token[];
  /** Up to where `tokens` tell the text. */
  end: number;
  /** Where scanning can go on behind what is not SQL; null where the rest of the text belongs to it. */
  resume: number | null;
}

/**
 * The tokens of SQL that the scanner may refuse: those before the place that it stumbles over. The scanner names no
 * place, so it is found by closing what may be open, or by halving. `spend` counts the code units that are scanned and
 * says whether there may be more.
 */
export function scanAsFarAsPossible(text: string, spend: (units: number) => boolean): PartialScan {
  const scan = (piece: string) => (spend(piece.length) ? scanSql(piece) : null);
  const whole = scan(text);
  if (whole?.ok) return { tokens: whole.tokens, end: text.length, resume: text.length };
  if (whole?.kind === 'open') {
    for (const closer of closers(text)) {
      const closed = scan(text + closer);
      if (!closed?.ok) continue;
      const at = closed.tokens.findIndex((token) => token.end > text.length);
      const start = closed.tokens[at]?.start;
      if (start === undefined || start >= text.length) continue;
      return { tokens: closed.tokens.slice(0, at), end: start, resume: null };
    }
  }
  if (whole?.kind === 'bad') {
    const end = firstBad(text, (piece) => {
      const result = scan(piece);
      return result?.ok === false && result.kind !== 'open';
    });
    // One character spoils a number or a parameter; a name of no length (`""`) takes two.
    for (const start of [end - 1, end - 2]) {
      const before = scan(text.slice(0, start));
      if (before?.ok) return { tokens: before.tokens, end: start, resume: end };
    }
  }
  return { tokens: [], end: 0, resume: null };
}

/** What could end a literal, name or comment that is open at the end of the text. */
function closers(text: string): string[] {
  const tags = new Set<string>();
  for (const [tag] of text.matchAll(/\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/g)) {
    if (tags.size < 8) tags.add(tag);
  }
  // Comments nest; a closer too many is an operator, and behind a blank begins no comment.
  return ["'", '"', ' */'.repeat(32), ...tags];
}

/** The length of the shortest beginning that is bad: a longer one stays so, since the scanner stops there. */
function firstBad(text: string, isBad: (beginning: string) => boolean): number {
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBad(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return bad;
}
