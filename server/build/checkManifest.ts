import type { Diagnostic } from '../../protocol/events.ts';
import type { Versions } from '../../protocol/versions.ts';
import { crateNameProblem } from './crateNameProblem.ts';
import type { Manifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { tomlLine } from './tomlLine.ts';

/** What a session offers to a project. */
export interface Offer {
  postgres: number;
  /** The crates that the image holds; empty where that is not known, and cargo answers then. */
  crates: Versions['crates'];
}

/**
 * What cargo would refuse later and in other words, or not at all: a crate that is not here, a library that Postgres
 * cannot load, a name that no extension can have.
 */
export function checkManifest(text: string, manifest: Manifest, offer: Offer): Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (table: string, key: string, message: string) =>
    found.push(manifestDiagnostic(text, tomlLine(text, table, key), message));

  const problem = crateNameProblem(manifest.name);
  if (problem) say('package', 'name', problem);
  if (!manifest.crateTypes.includes('cdylib'))
    say(
      'lib',
      'crate-type',
      'Postgres loads a C dynamic library: write crate-type = ["cdylib"] under [lib].',
    );
  const feature = `pg${offer.postgres}`;
  if (!Object.hasOwn(manifest.features, feature))
    say(
      'features',
      feature,
      `This session runs Postgres ${offer.postgres}, but [features] has no ${feature}. Add: ${feature} = ["pgrx/${feature}", "pgrx-tests/${feature}"]`,
    );
  for (const { table, key, crate, source } of manifest.dependencies) {
    if (source) say(table, key, elsewhere[source]);
    else if (offer.crates.length > 0 && !offer.crates.some(({ name }) => name === crate))
      say(table, key, unknownCrate(crate, offer.crates));
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

function unknownCrate(crate: string, crates: Versions['crates']): string {
  const names = new Map<string, string[]>();
  for (const { name, version } of crates) names.set(name, [...(names.get(name) ?? []), version]);
  const list = [...names].map(([name, versions]) => `${name} ${versions.join(' and ')}`).join(', ');
  return `The crate ${crate} isn’t available. Available crates: ${list}.`;
}
