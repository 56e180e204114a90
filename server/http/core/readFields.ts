import { diffChars } from 'diff';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { ProblemAnswer } from './sendProblem.ts';

/** Errors beyond so many are not told: who mends these sees the others. */
const toldErrors = 20;

/** Longer than any field's name; what is told of a longer one is its beginning. */
const nameLength = 40;

/** As many letters may be missing or too many for a name to be taken for another's. */
const mostChanged = 2;

/** What people call a field whose name looks otherwise. The page calls the SQL a script. */
const otherNames = new Map([
  ['script', 'sql'],
  ['query', 'sql'],
  ['code', 'files'],
  ['source', 'files'],
]);

/**
 * Reads a request's fields by their schema. A field that the schema lacks is refused: whoever misspells one would otherwise
 * get an answer to another question than the one they asked.
 */
export function readFields<S extends z.ZodObject>(
  schema: S,
  body: unknown,
): Result<z.output<S>, ProblemAnswer> {
  const known = Object.keys(schema.shape);
  const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  const unknown = given.filter((name) => !known.includes(name));
  const parsed = schema.safeParse(body);
  if (parsed.success && unknown.length === 0) return ok(parsed.data);
  const first = unknown.slice(0, toldErrors).map((name) => unknownField(name.slice(0, nameLength), known));
  const broken = (parsed.error?.issues ?? []).slice(0, toldErrors).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  return fail({
    status: 422,
    detail: 'The request is invalid; `errors` lists each field.',
    errors: [...first, ...broken].slice(0, toldErrors),
  });
}

function unknownField(path: string, known: readonly string[]): { path: string; message: string } {
  const near = otherNames.get(path.toLowerCase()) ?? nearest(path, known);
  const meant = near !== undefined && known.includes(near) ? ` Did you mean "${near}"?` : '';
  return { path, message: `Unknown field.${meant} Known fields: ${known.join(', ')}.` };
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const distances = known.map((field) => ({ field, changed: changedLetters(lower, field.toLowerCase()) }));
  const [best] = distances.toSorted((a, b) => a.changed - b.changed);
  return best && best.changed <= mostChanged ? best.field : undefined;
}

function changedLetters(one: string, other: string): number {
  const parts = diffChars(one, other).filter(({ added, removed }) => added || removed);
  return parts.reduce((sum, { count }) => sum + count, 0);
}
