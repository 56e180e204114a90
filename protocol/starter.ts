import { z } from 'zod';

/** A small extension to begin with, as the list has it. `name` is its folder and the end of its path in the API. */
export const starterEntry = z.object({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().max(60),
  description: z.string().max(200),
});

/** The answer of `GET /api/v1/starters`, in the order in which a person would read them. */
export const starterList = z.array(starterEntry).max(100);

/** The answer of `GET /api/v1/starters/{name}`: a whole project, with Cargo.toml and control file. */
export const starterProject = starterEntry.extend({
  files: z.record(z.string(), z.string()),
  sql: z.string(),
});

export type StarterEntry = z.infer<typeof starterEntry>;
export type StarterProject = z.infer<typeof starterProject>;
