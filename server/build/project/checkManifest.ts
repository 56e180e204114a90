import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { Versions } from '../../../protocol/versions.ts';
import { crateNameProblem } from './crateNameProblem.ts';
import type { Manifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { TomlPlaces } from './TomlPlaces.ts';

/** What a session offers to a project. */
export interface Offer {
  postgres: number;
  /** The crates that the image holds; empty where that is not known, and cargo answers then. */
  crates: Versions['crates'];
}

/** Nobody reads more at once; what is left is told when these are mended. */
const mostProblems = 50;

/**
 * What cargo would refuse later and in other words, or not at all: a crate that is not here, a library that Postgres
 * cannot load, a name that no extension can have.
 */
export function checkManifest(text: string, manifest: Manifest, offer: Offer): Diagnostic[] {
  const problems = problemsOf(manifest, offer);
  if (problems.length === 0) return [];
  const places = new TomlPlaces(text);
  const lines = text.split('\n');
  return problems.map(({ path, message }) => manifestDiagnostic(lines, places.lineOf(path), message));
}

interface Problem {
  path: string[];
  message: string;
}

function problemsOf(manifest: Manifest, offer: Offer): Problem[] {
  const found: Problem[] = [];
  const say = (path: string[], message: string) => found.push({ path, message });
  const problem = crateNameProblem(manifest.name);
  if (problem) say(['package', 'name'], problem);
  if (!manifest.crateTypes.includes('cdylib'))
    say(
      ['lib', 'crate-type'],
      'Postgres loads a C dynamic library: write crate-type = ["cdylib"] under [lib].',
    );
  const feature = `pg${offer.postgres}`;
  if (!Object.hasOwn(manifest.features, feature))
    say(
      ['features', feature],
      `This session runs Postgres ${offer.postgres}, but [features] has no ${feature}. Add: ${feature} = ["pgrx/${feature}", "pgrx-tests/${feature}"]`,
    );
  const names = new Set(offer.crates.map(({ name }) => name));
  let list = '';
  for (const { path, crate, source } of manifest.dependencies) {
    if (found.length >= mostProblems) break;
    if (source) say(path, elsewhere[source]);
    else if (names.size > 0 && !names.has(crate)) {
      list ||= listOf(offer.crates);
      say(path, `The crate ${crate} isn’t available. Available crates: ${list}.`);
    }
  }
  return found;
}

const elsewhere = {
  git: 'A session has no network access, so crates can’t come from git. Use an available crate by version.',
  path: 'A project is a single crate here, so path dependencies aren’t supported. Make it a module of this crate.',
  registry: 'A session has no network access, so crates can’t come from another registry.',
  workspace:
    'A project is a single crate here, so there is no workspace to inherit a version from. State the version.',
};

function listOf(crates: Versions['crates']): string {
  const names = new Map<string, string[]>();
  for (const { name, version } of crates) names.set(name, [...(names.get(name) ?? []), version]);
  return [...names].map(([name, versions]) => `${name} ${versions.join(' and ')}`).join(', ');
}
