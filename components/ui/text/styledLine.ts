import Anser from 'anser';
import { fewStyles } from '../fewStyles.ts';

/** A piece of a line in one style. `location` is a place in a file that the piece names. */
export interface LinePart {
  text: string;
  className: string;
  location: { file: string; line: number; column: number } | null;
}

/** The end of a file's name, and the place in it. */
const ending = /\.(?:rs|toml|sql|control|conf):(\d{1,7})(?::(\d{1,7}))?/g;
/** No name of a project's file is longer. */
const longestName = 200;
const nameLetter = /[\w@+./-]/;

/**
 * A line of output with ANSI colours as pieces of text with class names, the places of files that `isFile` knows apart.
 * rustc and cargo reset their colours before each line's end, so a line can be looked at alone.
 */
export function styledLine(line: string, isFile: (path: string) => boolean): LinePart[] {
  return Anser.ansiToJson(fewStyles(line), { use_classes: true, remove_empty: true }).flatMap((piece) => {
    const className = [
      colourClass(piece.fg),
      ...piece.decorations.map((decoration) => decorations[decoration] ?? ''),
    ]
      .filter(Boolean)
      .join(' ');
    return withLocations(piece.content, className, isFile);
  });
}

const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** rustc asks for its colours by their numbers in the palette; bright ones look as the others do. */
function colourClass(fg: string | null): string {
  const number = /^ansi-palette-(\d+)$/.exec(fg ?? '')?.[1];
  if (number) return `ansi-${names[Number(number) % 8]}`;
  return fg?.replace('bright-', '') ?? '';
}

const decorations: Record<string, string> = {
  bold: 'font-semibold',
  italic: 'italic',
  underline: 'underline',
  dim: 'opacity-80',
};

function withLocations(text: string, className: string, isFile: (path: string) => boolean): LinePart[] {
  const parts: LinePart[] = [];
  let end = 0;
  for (const match of text.matchAll(ending)) {
    const [whole, line, column] = match;
    const start = startOfName(text, match.index, end);
    const file = text.slice(start, match.index + whole.indexOf(':'));
    if (start >= match.index || !isFile(file)) continue;
    if (start > end) parts.push({ text: text.slice(end, start), className, location: null });
    const location = { file, line: Number(line), column: Number(column ?? 1) };
    end = match.index + whole.length;
    parts.push({ text: text.slice(start, end), className, location });
  }
  if (end < text.length) parts.push({ text: text.slice(end), className, location: null });
  return parts;
}

/** Looks back from a name's ending, where a regular expression would look ahead from each of its letters. */
function startOfName(text: string, ending: number, from: number): number {
  let start = ending;
  while (start > from && ending - start < longestName && nameLetter.test(text.charAt(start - 1))) start -= 1;
  while (text.charAt(start) === '/') start += 1;
  return start;
}
