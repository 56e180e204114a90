import { z } from 'zod';

const name = z.string().max(300);
const text = z.string().max(2000);

/** Objects told in one message; an extension of this size is not read as a list. */
export const mostObjects = 500;

/** What Postgres's catalogs say of one object that belongs to an extension, or of a trigger or setting that is its doing. */
export const extensionObject = z.object({
  extension: name,
  kind: z.enum([
    'function',
    'procedure',
    'aggregate',
    'trigger function',
    'type',
    'enum',
    'domain',
    'range',
    'operator',
    'operator class',
    'operator family',
    'cast',
    'table',
    'view',
    'sequence',
    'index',
    'trigger',
    'schema',
    'setting',
    'other',
  ]),
  /** With its schema where that is not `public`. */
  name,
  /** What follows the name: arguments, columns, labels, operands; empty where nothing does. */
  signature: text,
  returns: text.nullable(),
  volatility: z.enum(['immutable', 'stable', 'volatile']).nullable(),
  parallel: z.enum(['safe', 'restricted', 'unsafe']).nullable(),
  strict: z.boolean().nullable(),
  language: name.nullable(),
  /** The function in the library, for one of language c: by it the generated SQL, and so the line of Rust, is found. */
  symbol: name.nullable(),
  /** What else there is to say of it: when a cast is used, a setting's value. */
  note: text.nullable(),
});

/** The page asks for the objects of the extensions that are there now. */
export const objectsAsk = z.object({ type: z.literal('objects.ask') });

/** What there is; `problem` says why nothing could be told, and `more` how many were left out. */
export const objectsAnswer = z.object({
  type: z.literal('objects'),
  objects: z.array(extensionObject).max(mostObjects),
  more: z.int().nonnegative(),
  problem: text.nullable(),
});

export type ExtensionObject = z.infer<typeof extensionObject>;
