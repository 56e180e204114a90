import { parse, TomlError } from 'smol-toml';
import type { z } from 'zod';
import type { Report } from './problem.ts';

/** Some TOML without tables, by its schema; null where it breaks it, which is reported at the key's line. */
export function parseToml<T>(text: string, schema: z.ZodType<T>, report: Report): T | null {
  let table: unknown;
  try {
    table = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    report(error.line, error.message.split('\n')[0] ?? '');
    return null;
  }
  const parsed = schema.safeParse(table);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
    const at = text.split('\n').findIndex((line) => line.split('=')[0]?.trim() === key);
    report(at + 1 || 1, issue.path.length > 0 ? `${String(key)}: ${issue.message}` : issue.message);
  }
  return null;
}
