/**
 * Postgres's scanner counts bytes of UTF-8 where JavaScript counts UTF-16 code units. Returns the function from one to
 * the other for this text; an offset inside a character gives that character's start.
 */
export function byteOffsets(text: string): (byte: number) => number {
  const bytes = Buffer.byteLength(text);
  if (bytes === text.length) return (byte) => Math.min(byte, text.length);
  const units = new Uint32Array(bytes + 1);
  let at = 0;
  let unit = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units.fill(unit, at, at + width);
    at += width;
    unit += character.length;
  }
  units[bytes] = unit;
  return (byte) => units[Math.min(byte, bytes)] ?? unit;
}
