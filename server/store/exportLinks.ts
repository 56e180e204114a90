import type { Kysely } from 'kysely';
import { type LinkLine, linkFileHead } from './linkLines.ts';
import type { Tables } from './tables.ts';

/** Rows that are in memory at once; a body has 2 MiB at most. */
const atOnce = 16;

/**
 * All links as lines of a file, first the bodies, then what has them. All of it is as it was at one moment, whatever a
 * server does meanwhile: SQLite's readers and Postgres's repeatable reads see one state, and stop no writer.
 */
export async function* exportLinks(db: Kysely<Tables>): AsyncGenerator<string> {
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    yield line(linkFileHead);
    for (let after = ''; ; ) {
      const rows = await trx
        .selectFrom('bodies')
        .selectAll()
        .where('hash', '>', after)
        .orderBy('hash')
        .limit(atOnce)
        .execute();
      for (const { hash, content } of rows)
        yield line({ body: { hash, content: Buffer.from(content).toString('base64') } });
      const last = rows.at(-1);
      if (!last) break;
      after = last.hash;
    }
    for (let after = ''; ; ) {
      const rows = await trx
        .selectFrom('snippets')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(atOnce)
        .execute();
      for (const link of rows) yield line({ link });
      const last = rows.at(-1);
      if (!last) break;
      after = last.id;
    }
  } finally {
    await trx.rollback().execute();
  }
}

const line = (content: LinkLine) => `${JSON.stringify(content)}\n`;
