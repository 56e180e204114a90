import { fail, ok, type Result } from '../../protocol/result.ts';

/** How much structure JSON may have: V8 takes 10 ms for some 50,000 small objects, however few bytes they are. */
export interface JsonBounds {
  /** Levels of arrays and objects in each other. */
  depth: number;
  /** Values in all, those in arrays and objects too. */
  values: number;
}

/**
 * What a stranger's JSON may be. A project is 4 levels deep, a message of rustc's 8 for each macro that it looks into (rustc
 * stops at 128 by itself), an answer of a language server some 12. Beyond some thousand levels, `JSON.stringify` and whatever
 * else walks a value by recursion overflow the stack.
 */
export const jsonBounds: JsonBounds = { depth: 64, values: 50_000 };

/**
 * Parses JSON that comes from outside. Fails with a short reason where it is no JSON or is over the bounds; that is found out
 * before anything is made of it, in time linear in its length (some 4 ms for a megabyte).
 */
export function parseJson(text: string, bounds: JsonBounds = jsonBounds): Result<unknown, string> {
  const problem = structureProblem(text, bounds);
  if (problem !== null) return fail(problem);
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return fail(error.message.slice(0, 200));
    throw error;
  }
}

/** What `parseJson` says of a text that is nested deeper than the bound. */
export const nestedOver = (depth: number) => `it is nested more than ${depth} levels deep`;

/** The same for one of more values than the bound. */
export const moreThan = (values: number) => `it has more than ${values} values`;

/** Goes by what stands outside of strings. In what is no JSON it may count wrong, and the parser refuses that then. */
function structureProblem(text: string, { depth, values }: JsonBounds): string | null {
  let deep = 0;
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at + 1);
    else if (code === comma) count++;
    // `[` and `{` differ in this one bit, and so do their closers.
    else if ((code | 0x20) === 0x7b) {
      count++;
      if (++deep > depth) return nestedOver(depth);
    } else if ((code | 0x20) === 0x7d) deep--;
    if (count > values) return moreThan(values);
  }
  return null;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;

/** Where the string ends that has begun before `from`. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at++;
  }
  return text.length;
}
