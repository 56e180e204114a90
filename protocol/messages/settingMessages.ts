import { z } from 'zod';

/** Postgres 18 has some 400; extensions add theirs. */
export const mostSettings = 1000;

const text = z.string().max(2000);

/** One row of `pg_settings`, as the session's Postgres has it now. */
export const postgresSetting = z.object({
  name: z.string().max(200),
  /** As SHOW prints it, with its unit. */
  value: text,
  type: z.enum(['bool', 'integer', 'real', 'string', 'enum']),
  /** What an enum can be, or the ends of a range; empty where anything goes. */
  allowed: z.array(z.string().max(200)).max(100),
  category: z.string().max(200),
  about: text,
  /** Whether a change takes a restart of Postgres. */
  restart: z.boolean(),
  /** Whether it is other than Postgres would have it by itself. */
  changed: z.boolean(),
});

/** The page asks for the settings of the session's Postgres. */
export const settingsAsk = z.object({ type: z.literal('settings.ask') });

/** All there are; `problem` says why nothing could be told. */
export const settingsAnswer = z.object({
  type: z.literal('settings'),
  settings: z.array(postgresSetting).max(mostSettings),
  problem: text.nullable(),
});

export type PostgresSetting = z.infer<typeof postgresSetting>;
