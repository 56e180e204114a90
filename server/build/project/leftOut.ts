import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { type Range, TomlPlaces } from '../../../protocol/toml/TomlPlaces.ts';
import type { Crate } from './Crate.ts';
import { type Offer, offered } from './checkManifest.ts';
import { isForTests } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';

/** Nobody reads more at once. */
const mostWarnings = 50;

/**
 * A project without what stands in its Cargo.toml and would do nothing but harm here, with a warning for each: a crate for
 * tests that is not here, for which cargo refuses everything; settings of the dev profile, for which cargo compiles every
 * dependency anew. The rest of the text keeps its lines and columns.
 */
export function withoutLeftOut(
  files: ProjectFiles,
  { file, manifest }: Pick<Crate, 'file' | 'manifest'>,
  offer: Offer,
): { files: ProjectFiles; warnings: Diagnostic[] } {
  const isOffered = offered(offer);
  const crates = manifest.dependencies.filter((one) => isForTests(one) && !isOffered(one));
  const left = [
    ...crates.map(({ path, crate }) => ({
      path,
      message: `The crate ${crate} isn’t available here, so tests that use it don’t compile.`,
    })),
    ...manifest.devProfile.map((path) => ({
      path,
      message: `${path.slice(2).join('.')} isn’t used here: with it, every dependency would have to be compiled again. It applies to the project you download.`,
    })),
  ];
  if (left.length === 0) return { files, warnings: [] };
  const text = files[file] ?? '';
  const lines = text.split('\n');
  const places = new TomlPlaces(text);
  const warnings = left
    .slice(0, mostWarnings)
    .map(({ path, message }) =>
      manifestDiagnostic(lines, places.lineOf(path), message, { severity: 'warning', file }),
    );
  const ranges = left.flatMap(({ path }) => places.rangesOf(path).map((range) => withComma(text, range)));
  const parts: string[] = [];
  let end = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (to <= end) continue;
    const start = Math.max(from, end);
    parts.push(text.slice(end, start), text.slice(start, to).replace(/[^\n]/g, ' '));
    end = to;
  }
  parts.push(text.slice(end));
  return { files: { ...files, [file]: parts.join('') }, warnings };
}

/** A key in a table within a line goes with a comma beside it. */
function withComma(text: string, range: Range): Pick<Range, 'from' | 'to'> {
  const { from, to, isInline } = range;
  if (!isInline) return range;
  const after = text.slice(to).search(/\S/);
  if (text.charAt(to + after) === ',') return { from, to: to + after + 1 };
  const before = text.slice(0, from).trimEnd().length - 1;
  return text.charAt(before) === ',' ? { from: before, to } : range;
}
