import { writeFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Copies a file of SQLite as it is at one moment, beside a server that goes on writing. `file` must not be there yet. */
export async function backUp(db: Kysely<Tables>, file: string): Promise<void> {
  // Hashes of secrets are in it: for its owner's eyes.
  await writeFile(file, '', { flag: 'wx', mode: 0o600 });
  await sql`vacuum into ${file}`.execute(db);
}
