import pg from 'pg';
import {
  type ExtensionObject,
  extensionObject,
  mostObjects,
} from '../../../protocol/messages/objectMessages.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { Sandbox, SandboxPort } from '../../ports/sandboxPort.ts';
import { dialPostgres } from '../dial/dialPostgres.ts';
import { defaultSqlLimits } from '../sqlLimits.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { librariesQuery, objectsQuery, settingsQuery } from './objectQueries.ts';

/** A Postgres that is busy recovering is asked again by whoever asked. */
const dialMs = 5000;

export interface FoundObjects {
  objects: ExtensionObject[];
  /** How many were left out. */
  more: number;
}

type Row = (string | null)[];

/**
 * The objects of all extensions in the sandbox's database, from its catalogs, with the settings that their libraries
 * define, in a connection of its own. Fails with words for the person.
 */
export async function readObjects(
  port: SandboxPort,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<Result<FoundObjects, string>> {
  const dialled = await dialPostgres(port, sandbox, defaultSqlLimits, { timeoutMs: dialMs, signal });
  if (!dialled.ok) return fail('Postgres isn’t responding. Run again, or retry in a moment.');
  await using connection = dialled.value;
  const rows = await connection.ask(objectsQuery(mostObjects));
  if (!rows) return fail('Listing the objects failed: something in Postgres may be blocking every query.');
  const objects = rows.slice(0, mostObjects).flatMap((row) => toObject(row) ?? []);
  const total = Math.max(Number(rows[0]?.[11] ?? 0), objects.length);
  const settings = (await readSettings(connection)).slice(0, mostObjects - objects.length);
  return ok({ objects: [...objects, ...settings], more: total - objects.length });
}

function toObject(row: Row): ExtensionObject | null {
  const [extension, kind, name, signature, returns, volatility, parallel, strict, language, symbol, note] =
    row;
  const object = {
    extension,
    kind,
    name: (name ?? '').slice(0, 300),
    signature,
    returns,
    volatility,
    parallel,
    strict: strict === null ? null : strict === 't',
    language,
    symbol: symbol?.slice(0, 300) ?? null,
    note,
  };
  return extensionObject.safeParse(object).data ?? null;
}

/** The query asks for no more; code in Postgres can answer in its place. */
const mostLibraries = 8;

/** Settings are known to a connection that has loaded the library, which runs its `_PG_init`. */
async function readSettings(connection: PgConnection): Promise<ExtensionObject[]> {
  const found = (connection.isOpen && (await connection.ask(librariesQuery))) || [];
  const libraries = found.slice(0, mostLibraries);
  for (const [library] of libraries)
    if (library && connection.isOpen) await connection.ask(`LOAD ${pg.escapeLiteral(library)}`);
  const rows = (connection.isOpen && (await connection.ask(settingsQuery))) || [];
  const owner = (name: string) =>
    libraries.find(([, extension]) => name.startsWith(`${extension}.`))?.[1] ?? libraries[0]?.[1] ?? name;
  return rows
    .slice(0, mostObjects)
    .flatMap(([name, type, value, first, context, least, most, labels, about]) => {
      const range = labels ?? (least !== null && most !== null ? `${least} to ${most}` : null);
      const object = {
        extension: owner(name ?? ''),
        kind: 'setting',
        name,
        signature: ` ${type}${range ? ` ${range}` : ''}`.slice(0, 2000),
        returns: null,
        volatility: null,
        parallel: null,
        strict: null,
        language: null,
        symbol: null,
        note: `${value ?? ''}${value === first ? '' : ` (default ${first ?? 'none'})`}; ${context}; ${about ?? ''}`.slice(
          0,
          2000,
        ),
      };
      return extensionObject.safeParse(object).data ?? [];
    });
}
