import type { Kysely } from 'kysely';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { type LinkLine, linkLine } from './linkLines.ts';
import { pack, unpack } from './packed.ts';
import type { Tables } from './tables.ts';

export interface Imported {
  added: number;
  /** There were such links already; they stay as they are, deleted or blocked ones too. */
  there: number;
}

/**
 * Takes in the lines of a file of links. What is there already stays, so that the same file can be taken in again, also
 * after half of it; a line that is no such line ends it, with a text for the operator.
 */
export async function importLinks(
  db: Kysely<Tables>,
  lines: AsyncIterable<string>,
): Promise<Result<Imported, string>> {
  const imported: Imported = { added: 0, there: 0 };
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const problem = (reason: string) => fail(`Line ${number} can’t be imported: ${reason}`);
    const read = lineOf(text);
    if (!read || (number === 1 && !('format' in read))) return problem('not a line of a link export.');
    if ('body' in read) {
      const bodyProblem = await takeBody(db, read.body);
      if (bodyProblem) return problem(bodyProblem);
    }
    if ('link' in read) {
      const { link } = read;
      for (const hash of [link.content, link.lock, link.events])
        if (hash !== null && !(await hasBody(db, hash))) return problem(`${link.id} is incomplete.`);
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('snippets')
        .values(link)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      imported[numInsertedOrUpdatedRows > 0n ? 'added' : 'there'] += 1;
    }
  }
  if (number === 0) return fail('The file is empty.');
  await removeUnused(db);
  return ok(imported);
}

function lineOf(text: string): LinkLine | null {
  try {
    return linkLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A body is what its hash says, or it is not taken: links are told apart by nothing else. */
async function takeBody(
  db: Kysely<Tables>,
  { hash, content }: { hash: string; content: string },
): Promise<string | null> {
  const bytes = Buffer.from(content, 'base64');
  const text = await unpack(bytes).catch(() => null);
  if (text === null || (await pack(text)).hash !== hash) return `the body ${hash} is damaged.`;
  await db
    .insertInto('bodies')
    .values({ hash, content: bytes })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  return null;
}

async function hasBody(db: Kysely<Tables>, hash: string): Promise<boolean> {
  const row = await db.selectFrom('bodies').select('hash').where('hash', '=', hash).executeTakeFirst();
  return row !== undefined;
}

/** Bodies of links that were deleted here since the file was made: they are not to come back. */
async function removeUnused(db: Kysely<Tables>): Promise<void> {
  await db
    .deleteFrom('bodies')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('snippets')
            .select('id')
            .where((using) =>
              using.or(
                (['content', 'lock', 'events'] as const).map((column) =>
                  using(`snippets.${column}`, '=', using.ref('bodies.hash')),
                ),
              ),
            ),
        ),
      ),
    )
    .execute();
}
