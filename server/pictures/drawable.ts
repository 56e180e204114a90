/**
 * What the fonts have that are loaded here: Latin, Greek and Cyrillic with their punctuation. The library would ask a
 * server of somebody else's for any other character.
 */
const known =
  /[^\x20-\x7E\n\u00A1-\u00AC\u00AE-\u017F\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u0410-\u044F\u0401\u0451\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u20AC]/gu;

/** A text of which all can be drawn: what cannot is a middle dot, and an indent by tabs one of spaces. */
export function drawable(text: string): string {
  return text.replaceAll('\t', '    ').replace(known, '·');
}

/** At most so many lines of so many characters. */
export function clipLines(text: string, lines: number, length: number): string {
  const all = text.split('\n');
  const clipped = all.slice(0, lines).map((line) => {
    const letters = [...line];
    return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : line;
  });
  return clipped.join('\n');
}
