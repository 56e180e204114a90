import { byteOffsets } from './byteOffsets.ts';
import { scanTokens } from './sqlParser.ts';

/** A word of SQL as Postgres's own scanner sees it; offsets are UTF-16 code units. */
export interface Token {
  start: number;
  end: number;
  /** Lower case for keywords, as written for the rest. */
  text: string;
  comment: boolean;
}

export type Scan =
  | { ok: true; tokens: Token[] }
  /** `open`: a literal, quoted name or comment that the text does not close; `bad`: something no token can be. */
  | { ok: false; kind: 'open' | 'bad' | 'badLiteral' };

/** Splits SQL into tokens, comments included, by the scanner of Postgres. */
export function scanSql(text: string): Scan {
  if (text === '') return { ok: true, tokens: [] };
  try {
    // The library's JSON does not escape control characters. None of them can begin or end a literal.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
    const { tokens } = scanTokens(text.replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '#'));
    const unit = byteOffsets(text);
    return {
      ok: true,
      tokens: tokens.map(({ start, end, tokenName, keywordKind }) => {
        const from = unit(start);
        const to = unit(end);
        const written = text.slice(from, to);
        return {
          start: from,
          end: to,
          text: keywordKind > 0 ? written.toLowerCase() : written,
          comment: tokenName.endsWith('_COMMENT'),
        };
      }),
    };
  } catch (error) {
    return { ok: false, kind: failureKind(error) };
  }
}

/** The library tries to read the scanner's message as JSON; its first ten letters survive in the complaint. */
function failureKind(error: unknown): 'open' | 'bad' | 'badLiteral' {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('"unterminat')) return 'open';
  if (/"(trailing j|zero-lengt|parameter )/.test(message)) return 'bad';
  return 'badLiteral';
}
