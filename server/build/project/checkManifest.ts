import type { Diagnostic, Suggestion } from '../../../protocol/events/events.ts';
import { TomlPlaces } from '../../../protocol/toml/TomlPlaces.ts';
import type { Versions } from '../../../protocol/versions.ts';
import type { Crate } from './Crate.ts';
import { extensionNameProblem } from './extensionNameProblem.ts';
import { type Dependency, isForTests, type Manifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { missingFeatures } from './missingFeatures.ts';
import { otherPgrx, versionEdit } from './otherPgrx.ts';

/** What a session offers to a project. */
export interface Offer {
  postgres: number;
  /** The crates that the image holds; empty where that is not known, and cargo answers then. */
  crates: Versions['crates'];
  /** Further crates whose sources it has: cargo finds out whether a project can use them. */
  vendored?: ReadonlyMap<string, string> | undefined;
  /** The majors that its pgrx knows. */
  majors?: readonly number[];
  /** The folders of the project that have a Cargo.toml, with a slash at the end. */
  folders?: ReadonlySet<string>;
}

/** The code of what comes from a project's being made with another pgrx. The page offers to port the project. */
const oldPgrx = 'old-pgrx';

/** Nobody reads more at once; what is left is told when these are mended. */
const mostProblems = 50;

/**
 * What cargo would refuse later and in other words, or not at all: a crate that is not here, a library that Postgres
 * cannot load, a name that no extension can have.
 */
export function checkManifest({ file, text, manifest }: Crate, offer: Offer, isBuilt = true): Diagnostic[] {
  const problems = [
    ...(isBuilt ? extensionProblems(manifest, offer) : []),
    ...problemsOf(manifest, offer, file),
  ].slice(0, mostProblems);
  if (problems.length === 0) return [];
  const places = new TomlPlaces(text);
  const lines = text.split('\n');
  return problems.map(({ path, message, fix, code }) =>
    manifestDiagnostic(lines, places.lineOf(path), message, {
      suggestions: fix?.(lines, places) ?? [],
      code,
    }),
  );
}

interface Problem {
  path: string[];
  message: string;
  code?: string;
  /** A quick fix, made only where the problem is told. */
  fix?: (lines: readonly string[], places: TomlPlaces) => Suggestion[];
}

/** What the crate that becomes the extension must be. */
function extensionProblems(manifest: Manifest, offer: Offer): Problem[] {
  const found: Problem[] = [];
  const report = (path: string[], message: string) => found.push({ path, message });
  const problem = extensionNameProblem(manifest.name);
  if (problem) report(['package', 'name'], problem);
  if (!manifest.crateTypes.includes('cdylib'))
    report(
      ['lib', 'crate-type'],
      'Postgres loads a C dynamic library: write crate-type = ["cdylib"] under [lib].',
    );
  const feature = `pg${offer.postgres}`;
  if (!Object.hasOwn(manifest.features, feature))
    report(
      ['features', feature],
      `This session runs Postgres ${offer.postgres}, but [features] has no ${feature}. Add: ${feature} = ["pgrx/${feature}", "pgrx-tests/${feature}"]`,
    );
  return found;
}

/** What cargo would refuse of any crate. */
function problemsOf(manifest: Manifest, offer: Offer, file: string): Problem[] {
  const found: Problem[] = [];
  const report = (path: string[], message: string, more?: Pick<Problem, 'fix' | 'code'>) =>
    found.push({ path, message, ...more });
  const old = oldFeatures(manifest, offer.majors ?? []);
  for (const name of old) {
    const path = ['features', name];
    const known = `${offer.majors?.[0]} to ${offer.majors?.at(-1)}`;
    const message = `pgrx supports Postgres ${known} here, so the feature ${name} can’t be resolved. Delete it.`;
    const fix: Problem['fix'] = (lines, places) =>
      deleteLine(lines, places.lineOf(path), `Delete ${name}`, file);
    report(path, message, { fix, code: oldPgrx });
  }
  const other = otherPgrx(manifest, offer.crates);
  if (other) {
    const fix: Problem['fix'] = (lines, places) => {
      const edits = other.moved.flatMap(
        ({ dependency, is }) => versionEdit(lines, places, dependency, is, file) ?? [],
      );
      const message = `Use the pgrx that is here, ${other.moved[0]?.is}`;
      return edits.length > 0 ? [{ message, applicability: 'MaybeIncorrect', edits }] : [];
    };
    report([...other.dependency.path, 'version'], other.message, { fix, code: oldPgrx });
  }
  reportCrates(manifest, offer, report, mostProblems - found.length);
  return found;
}

/** Whether cargo can have the crate: from the image, from the project itself, or nobody knows. */
export function offered({ crates, vendored, folders }: Offer): (dependency: Dependency) => boolean {
  const names = new Set(crates.map(({ name }) => name));
  return ({ crate, source, folder }) =>
    source === 'path'
      ? folder !== null && folders?.has(folder) === true
      : source === null && (names.size === 0 || names.has(crate) || vendored?.has(crate) === true);
}

/** The crates that cannot be had, but for what tests alone use. What there is instead is told once. */
function reportCrates(
  { dependencies }: Manifest,
  offer: Offer,
  report: (path: string[], message: string, more?: Pick<Problem, 'code'>) => void,
  most: number,
): void {
  const isOffered = offered(offer);
  let isListed = false;
  let told = 0;
  for (const dependency of dependencies) {
    const { path, crate, source } = dependency;
    if (told >= most) break;
    if (isForTests(dependency)) continue;
    const code = /^pgr?x(?:-|$)/.test(crate) ? { code: oldPgrx } : {};
    if (isOffered(dependency)) {
      const missing = missingFeatures(dependency, offer.crates);
      if (missing === null) continue;
      report(path, missing);
    } else if (source) report(path, elsewhere[source], code);
    else if (/^pgx(?:-|$)/.test(crate))
      report(path, `The crate ${crate} is now called ${crate.replace('pgx', 'pgrx')}.`, code);
    else {
      const list = isListed ? '' : ` Available crates: ${listOf(offer.crates)}.`;
      report(path, `The crate ${crate} isn’t available.${list}`);
      isListed = true;
    }
    told += 1;
  }
}

/** Features for a Postgres that pgrx no longer knows, or does not know yet: cargo refuses the whole project for one. */
function oldFeatures({ features }: Manifest, majors: readonly number[]): string[] {
  const known = new Set(majors.map((major) => `pg${major}`));
  const isUnknown = (turnsOn: string) => {
    const [, feature = ''] = /^pgrx(?:-tests)?\/(pg\d{1,3})$/.exec(turnsOn) ?? [];
    return feature !== '' && !known.has(feature);
  };
  return known.size === 0 ? [] : Object.keys(features).filter((name) => features[name]?.some(isUnknown));
}

/** A whole line away, where what stands on it begins and ends there. */
function deleteLine(lines: readonly string[], line: number, message: string, file: string): Suggestion[] {
  if (!/^\s*[\w"-]+\s*=\s*\[[^\]]*\]\s*(?:#.*)?$/.test(lines[line - 1] ?? '')) return [];
  const edit = { file, line, column: 1, endLine: line + 1, endColumn: 1, replacement: '' };
  return [{ message, applicability: 'MachineApplicable', edits: [edit] }];
}

const elsewhere = {
  git: 'A session has no network access, so crates can’t come from git. Use an available crate by version.',
  path: 'This path leads to no Cargo.toml in the project. Add the crate’s files to the project, or make it a module of this crate.',
  registry: 'A session has no network access, so crates can’t come from another registry.',
  workspace:
    'The project’s root Cargo.toml has no such crate under [workspace.dependencies]. Add it there, or state the version here.',
};

function listOf(crates: Versions['crates']): string {
  const names = new Map<string, string[]>();
  for (const { name, version } of crates) names.set(name, [...(names.get(name) ?? []), version]);
  return [...names].map(([name, versions]) => `${name} ${versions.join(' and ')}`).join(', ');
}
