import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Blocks what is under a link, with the reason that is shown in its place, or with null unblocks it. Says whether there
 * is such a link. What is kept stays, so that it can be shown again.
 */
export async function blockLink(db: Kysely<Tables>, id: string, reason: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('snippets')
    .set({ blocked: reason })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
