import type { Diagnostic, DiagnosticLabel, DiagnosticNote } from '../../../protocol/events/events.ts';
import { clipText } from '../../base/clipText.ts';
import type { ProjectPlaces } from './ProjectPlaces.ts';
import type { RustcChild, RustcSpan } from './rustcMessage.ts';

/** rustc's longest, a list of the types that implement a trait, has some 500 characters. */
const mostCharacters = 2_000;
/** Its messages have a handful of each. */
const most = 16;

/** rustc's levels; "error: internal compiler error" and what may come are errors. */
const severities = new Map<string, Diagnostic['severity']>([
  ['warning', 'warning'],
  ['note', 'note'],
  ['help', 'help'],
  ['failure-note', 'note'],
]);

export const severityOf = (level: string) => severities.get(level) ?? 'error';

/** What rustc writes beside the places of a message, that of its own place first. What belongs to a dependency's source is left out. */
export function toLabels(spans: readonly RustcSpan[], places: ProjectPlaces): DiagnosticLabel[] {
  const labels = spans.flatMap(({ label, ...span }) => {
    const place = places.of({ label, ...span });
    if (!label || (!place && !span.is_primary)) return [];
    const { file = null, line = null } = place ?? {};
    return { file, line, message: clipText(label, mostCharacters), primary: span.is_primary };
  });
  return [...labels.filter(({ primary }) => primary), ...labels.filter(({ primary }) => !primary)].slice(
    0,
    most,
  );
}

/** The notes and helps below a message, without those that `message` has already. */
export function toNotes(
  children: readonly RustcChild[],
  message: string,
  places: ProjectPlaces,
): DiagnosticNote[] {
  return children
    .filter((child) => child.message !== '' && !message.includes(child.message.replace(/^message: /, '')))
    .slice(0, most)
    .map((child) => {
      const span = child.spans.find(({ is_primary }) => is_primary) ?? child.spans[0];
      const { file = null, line = null } = (span && places.of(span)) ?? {};
      const text = clipText(child.message, mostCharacters);
      return { file, line, message: text, severity: severityOf(child.level) };
    });
}
