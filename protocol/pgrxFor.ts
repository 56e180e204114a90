import { pinnedPgrx } from './pgrxPins.ts';
import type { ProjectFiles } from './project.ts';
import { offeredPgrx, type Versions } from './versions.ts';

/**
 * The release of pgrx that a project runs with: of those that are offered the one that its Cargo.toml asks for, else the one
 * that was chosen, else the default, which is undefined. pgrx is at 0.x, so another patch release of the same minor will do.
 */
export function pgrxFor(
  known: Versions,
  files: ProjectFiles,
  chosen: string | null | undefined,
): string | undefined {
  const offered = offeredPgrx(known);
  // Where there is no choice, nothing is read.
  if (offered.length === 1) return undefined;
  const asked = pinnedPgrx(files['Cargo.toml'] ?? '');
  const wanted = [asked?.replace(/^=\s*/, ''), chosen].find((one) => one && offered.includes(one));
  const minor = asked === null ? null : minorOf(asked);
  const fitting = offered.filter((one) => minor !== null && minorOf(one) === minor);
  const isFitting = fitting.length === 0 || fitting.includes(wanted ?? '');
  const release = isFitting ? wanted : fitting[0];
  return release === known.pgrx ? undefined : (release ?? undefined);
}

/** The minor release in a version or in what may be taken of it; null for what names none of 0.x. */
export function minorOf(version: string): number | null {
  const [, minor] = /^[=^~]?\s*0\.(\d{1,3})(?:\.|$)/.exec(version) ?? [];
  return minor === undefined ? null : Number(minor);
}
