import type { Diagnostic, Suggestion } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { Place, ProjectPlaces } from './ProjectPlaces.ts';
import type { RustcMessage } from './rustcMessage.ts';
import { severityOf, toLabels, toNotes } from './toLabels.ts';
import { toSuggestions } from './toSuggestions.ts';

/** The diagnostic of a compiler message; null for one that only sums up others. */
export function toDiagnostic(message: RustcMessage, places: ProjectPlaces): Diagnostic | null {
  if (sumsUp(message)) return null;
  const place = primaryPlace(message, places);
  const text = whole(message);
  const plain = pgrxMessage(text);
  const suggestions: Suggestion[] = [];
  for (const child of message.children.slice(0, mostChildren))
    if (suggestions.length < mostSuggestions) suggestions.push(...toSuggestions(child, places));
  return {
    type: 'diagnostic',
    severity: severityOf(message.level),
    code: message.code ? clipText(message.code.code, 200) : null,
    message: clipText(plain ?? text, limits.textLength),
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.endLine ?? null,
    endColumn: place?.endColumn ?? null,
    rendered: clipText(
      plain ? (message.rendered ?? text).replace(message.message, () => plain) : (message.rendered ?? text),
      limits.textLength,
    ),
    suggestions: suggestions.slice(0, mostSuggestions),
    labels: toLabels(message.spans, places),
    notes: toNotes(message.children, text, places),
  };
}

/** Nobody chooses among more. */
const mostSuggestions = 16;
/** Notes and helps that are looked at for suggestions; the compiler gives a handful. */
const mostChildren = 64;

function sumsUp({ level, message, spans, code }: RustcMessage): boolean {
  if (spans.length > 0 || code) return false;
  return (
    level === 'failure-note' ||
    /^(aborting due to |\d+ warnings? emitted|.* generated \d+ warning)/.test(message)
  );
}

function primaryPlace({ spans }: RustcMessage, places: ProjectPlaces): Place | null {
  const primary = spans.filter((span) => span.is_primary);
  // Where the compiler points into a macro of a dependency, another span can be the call in the project.
  for (const span of [...primary, ...spans.filter(({ is_primary }) => !is_primary)]) {
    const place = places.of(span);
    if (place) return place;
  }
  return primary[0] ? places.elsewhere(primary[0]) : null;
}

/** A macro that panics says why in the help below. */
function whole({ message, children }: RustcMessage): string {
  if (!/panicked$/.test(message)) return message;
  const help = children.find((child) => child.level === 'help')?.message;
  return help ? `${message}: ${help.replace(/^message: /, '')}` : message;
}

/**
 * What pgrx's macros say of a return type that they cannot map, in words: they print the syntax tree of the type
 * (pgrx-sql-entity-graph, `Returning`). Null for any other message.
 */
function pgrxMessage(message: string): string | null {
  const [, kind] = /^Got unknown return type \(\w+\): Type::(\w+)/.exec(message) ?? [];
  if (kind === 'ImplTrait')
    return "A function for SQL can’t return `impl Trait`. For rows of one column, return SetOfIterator<'_, T>; for several columns, TableIterator<'_, (name!(a, T), name!(b, U))>.";
  return kind === undefined
    ? null
    : `pgrx can’t map this kind of return type to SQL (${kind}). Return a type that implements IntoDatum, or a SetOfIterator or TableIterator of such types.`;
}
