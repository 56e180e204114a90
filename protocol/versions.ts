import { z } from 'zod';

/** The answer of `GET /api/v1/versions`: what a run here is made with. The first of `postgres` is the default. */
export const versions = z.object({
  postgres: z.array(z.object({ major: z.int(), version: z.string().max(40) })).max(20),
  /** Majors that the server is to have as well, whose image is not there yet. */
  coming: z.array(z.int()).max(20).optional(),
  pgrx: z.string().max(40),
  rustc: z.string().max(40),
  crates: z
    .array(
      z.object({
        name: z.string().max(100),
        version: z.string().max(60),
        features: z.array(z.string().max(60)).max(50).optional(),
      }),
    )
    .max(300),
});

export type Versions = z.infer<typeof versions>;

/** The Postgres of a run that names none; null where nobody knows, or no image is there yet. */
export function defaultMajor(known: Pick<Versions, 'postgres'> | null): number | null {
  return known?.postgres[0]?.major ?? null;
}
