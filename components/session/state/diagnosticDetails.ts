import type { Diagnostic } from '../../../protocol/events/events.ts';
import { proposedText } from './proposedText.ts';

type Placed = { file: string | null; line: number | null };

/**
 * What rustc says of a problem beside its message, a line each: what it writes at the place itself and at others, then
 * its notes and helps, with what a help would write.
 */
export function diagnosticDetails({ file, line, labels, notes, suggestions }: Diagnostic): string[] {
  const elsewhere = (at: Placed) => {
    if (at.file === null || at.line === null || (at.file === file && at.line === line)) return '';
    return at.file === file ? `line ${at.line}` : `${at.file}:${at.line}`;
  };
  const ofPlaces = (labels ?? []).map((label) => {
    const place = label.primary ? '' : elsewhere(label);
    return place ? `${place}: ${label.message}` : label.message;
  });
  const below = (notes ?? []).map((note) => {
    const texts = suggestions.filter(({ message }) => message === note.message).map(proposedText);
    const proposed = texts.filter((text) => text !== '' && !note.message.includes(`\`${text}\``));
    const place = elsewhere(note);
    const where = proposed.length > 0 || place === '' ? '' : ` (${place})`;
    const what = proposed.length > 0 ? `: ${proposed.map((text) => `\`${text}\``).join(' or ')}` : '';
    return `${note.severity}: ${note.message}${what}${where}`;
  });
  return [...new Set([...ofPlaces, ...below])];
}
