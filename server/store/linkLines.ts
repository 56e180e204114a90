import { z } from 'zod';
import { limits } from '../../protocol/limits.ts';
import { snippetId } from '../../protocol/snippet.ts';

/** A file of links begins with this line. A change that older files do not fit gets another number. */
export const linkFileHead = { format: 'pgrx-playground-links', version: 1 } as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = (most: number) => z.string().max(most);

/** One line of a file of links: its head, a body, or a link whose bodies stand before it. Columns are the store's own. */
export const linkLine = z.union([
  z.strictObject({
    format: z.literal(linkFileHead.format),
    version: z.literal(linkFileHead.version, { error: 'unsupported file version' }),
  }),
  z.strictObject({ body: z.strictObject({ hash, content: z.base64() }) }),
  z.strictObject({
    link: z.strictObject({
      id: snippetId,
      title: text(limits.titleLength),
      description: text(limits.descriptionLength),
      postgres: z.int(),
      content: hash.nullable(),
      lock: hash.nullable(),
      events: hash.nullable(),
      postgres_version: text(40),
      pgrx: text(40),
      rustc: text(40),
      image: text(300),
      parent: snippetId.nullable(),
      created_at: z.iso.datetime(),
      secret_hash: hash,
      deleted_at: z.iso.datetime().nullable(),
      blocked: text(1_000).nullable(),
    }),
  }),
]);

export type LinkLine = z.infer<typeof linkLine>;
