import {
  mostSettings,
  type PostgresSetting,
  postgresSetting,
} from '../../../protocol/messages/settingMessages.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import { parseJson } from '../../base/parseJson.ts';
import type { Sandbox, SandboxPort } from '../../ports/sandboxPort.ts';
import { dialPostgres } from '../dial/dialPostgres.ts';
import { defaultSqlLimits } from '../sqlLimits.ts';

const dialMs = 5000;
/** A list of texts, of which the page is told a hundred. */
const allowedBounds = { depth: 1, values: 200 };

/** Those that a file can set: of the others Postgres only tells what it was compiled with. */
const query = `
SELECT name, current_setting(name, true), vartype,
  CASE WHEN vartype = 'enum' THEN array_to_json(enumvals)::text
       WHEN vartype IN ('integer', 'real') THEN json_build_array(min_val, max_val)::text END,
  category, short_desc, context = 'postmaster', setting IS DISTINCT FROM boot_val
FROM pg_catalog.pg_settings WHERE context <> 'internal' ORDER BY name LIMIT ${mostSettings}`;

/** The settings of the sandbox's Postgres, in a connection of its own. Fails with words for the person. */
export async function readSettings(
  port: SandboxPort,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<Result<PostgresSetting[], string>> {
  const dialled = await dialPostgres(port, sandbox, defaultSqlLimits, { timeoutMs: dialMs, signal });
  if (!dialled.ok) return fail('Postgres isn’t responding. Run again, or retry in a moment.');
  await using connection = dialled.value;
  const rows = await connection.ask(query);
  if (!rows) return fail('Reading the Postgres settings failed.');
  return ok(rows.slice(0, mostSettings).flatMap((row) => toSetting(row) ?? []));
}

function toSetting([name, value, type, allowed, category, about, restart, changed]: (
  | string
  | null
)[]): PostgresSetting | null {
  const setting = {
    name,
    value: (value ?? '').slice(0, 2000),
    type,
    allowed: allowed === null || allowed === undefined ? [] : textsIn(allowed),
    category,
    about: (about ?? '').slice(0, 2000),
    restart: restart === 't',
    changed: changed === 't',
  };
  return postgresSetting.safeParse(setting).data ?? null;
}

/** An array of texts as JSON; code in the container can say anything. */
function textsIn(json: string): unknown {
  const read = parseJson(json, allowedBounds);
  return read.ok ? read.value : [];
}
