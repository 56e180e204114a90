import { limits } from './limits.ts';

/** A place of a Cargo.toml that says which releases of one of pgrx’s crates may be taken. */
interface Pin {
  line: number;
  crate: string;
  /** Where the text of the version begins in its line, and the text. */
  at: number;
  version: string;
}

/** The release of pgrx that a Cargo.toml asks for, as it is written, such as `=0.18.1`; null where it names none. */
export function pinnedPgrx(manifest: string): string | null {
  for (const { crate, version } of pinsIn(manifest.slice(0, limits.manifestLength).split('\n')))
    if (crate === 'pgrx') return version;
  return null;
}

/** A release of pgrx: the pgrx-bench that goes with it, and the newest Postgres that it has a feature for. */
export interface PgrxRelease {
  pgrx: string;
  bench: string;
  newestMajor: number;
}

/** A Cargo.toml that pins this release, where it names one, without features for a Postgres that the release doesn’t know. */
export function withPgrx(manifest: string, { pgrx, bench, newestMajor }: PgrxRelease): string {
  const lines = manifest.split('\n');
  for (const { line, crate, at, version } of pinsIn(lines)) {
    const text = lines[line] ?? '';
    lines[line] =
      `${text.slice(0, at)}=${crate === 'pgrx-bench' ? bench : pgrx}${text.slice(at + version.length)}`;
  }
  const isUnknown = (major: string | undefined) => Number(major) > newestMajor;
  return lines
    .filter((line) => !isUnknown(majorFeature.exec(line)?.[1]))
    .map((line) =>
      /^default\s*=/.test(line)
        ? line.replace(/"pg(\d\d)"/g, (word, major) => (isUnknown(major) ? `"pg${newestMajor}"` : word))
        : line,
    )
    .join('\n');
}

/** The feature for a Postgres, on a line of its own. */
const majorFeature = /^pg(\d\d)\s*=\s*\["pgrx\/[^\]]*\]\s*(?:#.*)?$/;

/** A table of dependencies, or of one dependency in it. */
const dependencyTable = /^(?:[^[\]]*\.)?(?:dev-|build-)?dependencies(?:\.(pgrx(?:-tests|-bench)?))?$/;

/** The pins as `cargo pgrx new`, and people, write them: what is written in a stranger form is left to cargo. */
function* pinsIn(lines: readonly string[]): Generator<Pin> {
  let isDependencies = false;
  let ofTable: string | undefined;
  for (const [line, text] of lines.entries()) {
    const header = /^\s*\[\[?([^[\]]*)\]/.exec(text)?.[1];
    if (header !== undefined) {
      const found = dependencyTable.exec(header.replace(/[\s"']/g, ''));
      isDependencies = found !== null;
      ofTable = found?.[1];
      continue;
    }
    if (!isDependencies) continue;
    const [whole = '', name = ''] = /^\s*"?([\w-]+)"?(?:\.version)?\s*=\s*/.exec(text) ?? [];
    const crate = ofTable ?? name;
    if (!/^pgrx(?:-tests|-bench)?$/.test(crate) || (ofTable && name !== 'version')) continue;
    const rest = text.slice(whole.length);
    const before = rest.startsWith('{') ? /\bversion\s*=\s*/.exec(rest) : { index: 0, 0: '' };
    const from = before ? before.index + before[0].length : rest.length;
    const version = /^["']([^"']+)["']/.exec(rest.slice(from))?.[1];
    if (version !== undefined) yield { line, crate, at: whole.length + from + 1, version };
  }
}
