import { limits } from '../../../protocol/limits.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import type { ScriptPart } from '../split/scriptPart.ts';
import type { PsqlState } from './PsqlState.ts';
import { psqlCommand } from './psqlCommand.ts';

/** A variable as psql writes it in SQL (`:name`, `:'name'`, `:"name"`), and not a cast. */
const reference = /(?<!:):['"]?[A-Za-z_]/;

const expandMs = 3000;

/**
 * A statement with psql's variables replaced, by psql itself: what it prints as its query buffer. Where psql cannot, the
 * statement stays as it is, and Postgres says what it makes of it.
 */
export async function expandVariables(
  environment: SqlEnvironment,
  part: Extract<ScriptPart, { kind: 'sql' }>,
  state: PsqlState,
): Promise<string> {
  if (!state.hasVariables || part.joined || !reference.test(part.text)) return part.text;
  const input = `\\set QUIET on\n${part.text}\n\\p\n\\r`;
  const answer = await psqlCommand(environment, input, state.lines, expandMs);
  if (!answer.ok || answer.value.failed || answer.value.truncated) return part.text;
  const expanded = answer.value.text.trimEnd();
  return Buffer.byteLength(expanded) <= limits.sqlBytes ? expanded : part.text;
}
