import { z } from 'zod';

/** What a run with one release of pgrx is made with. The first of `postgres` is the default. */
const versionsOfOne = z.object({
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
        /** Those that a project can ask for; `default` among them where it can have the default ones. */
        features: z.array(z.string().max(60)).max(200).optional(),
      }),
    )
    .max(300),
});

/** The answer of `GET /api/v1/versions`: what a run here is made with. */
export const versions = versionsOfOne.extend({
  /** The same for each further release of pgrx that a run can choose. */
  otherPgrx: z.array(versionsOfOne).max(9).optional(),
});

export type Versions = z.infer<typeof versions>;
export type PgrxVersions = z.infer<typeof versionsOfOne>;

/** What a run with this release of pgrx is made with, the default without one; null where it isn’t offered. */
export function versionsOf(known: Versions, pgrx: string | null | undefined): PgrxVersions | null {
  if (pgrx === undefined || pgrx === null || pgrx === known.pgrx) return known;
  return known.otherPgrx?.find((other) => other.pgrx === pgrx) ?? null;
}

/** The releases of pgrx that a run can choose, the default first. */
export function offeredPgrx({ pgrx, otherPgrx = [] }: Pick<Versions, 'pgrx' | 'otherPgrx'>): string[] {
  return [pgrx, ...otherPgrx.map((other) => other.pgrx)];
}

/** The Postgres of a run that names none; null where nobody knows, or no image is there yet. */
export function defaultMajor(known: Pick<Versions, 'postgres'> | null): number | null {
  return known?.postgres[0]?.major ?? null;
}

/** What a Postgres is that has not been released, by its version (`19rc1`, `19beta2`, `19devel`); null for a release. */
export function prerelease(version: string): 'release candidate' | 'beta' | 'development version' | null {
  const [, mark] = /^\d+(rc|beta|devel)/.exec(version) ?? [];
  if (mark === 'rc') return 'release candidate';
  if (mark === 'beta') return 'beta';
  return mark === 'devel' ? 'development version' : null;
}

/** A version as people read it: `17.12`, `19rc1 (release candidate)`. */
export function versionName(version: string): string {
  const kind = prerelease(version);
  return kind ? `${version} (${kind})` : version;
}

/** A major as people read it, where its version is known: `17`, `19 (release candidate)`. */
export function majorName(major: number, known: Pick<Versions, 'postgres'> | null): string {
  const version = known?.postgres.find((one) => one.major === major)?.version ?? '';
  const kind = prerelease(version);
  return kind ? `${major} (${kind})` : String(major);
}
