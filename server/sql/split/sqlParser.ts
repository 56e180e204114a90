import { loadModule, parseSync, scanSync } from 'libpg-query';

await loadModule();

let spent = false;

/** Postgres's own parser, as WebAssembly. Throws where it does not accept the SQL. */
export const parseSql = (sql: string) => guarded(() => parseSync(sql));

/** Postgres's own scanner, likewise. */
export const scanTokens = (sql: string) => guarded(() => scanSync(sql));

/**
 * Whether the parser may be wrong from now on. SQL nested so deeply that the stack overflows leaves its memory as it is at
 * that moment: every time some megabytes are lost, and after 30 times it reads beyond them and accepts nothing any more.
 * Its thread is then to be replaced.
 */
export const isParserSpent = (): boolean => spent;

function guarded<Given>(call: () => Given): Given {
  try {
    return call();
  } catch (error) {
    spent ||= isBreakdown(error);
    throw error;
  }
}

const isBreakdown = (error: unknown) =>
  error instanceof RangeError ||
  error instanceof WebAssembly.RuntimeError ||
  (error instanceof Error && error.message.includes('memory allocation failed'));
