/**
 * The value of a string of Rust as it is written, with its quotes: raw or with escapes. What is no escape of Rust's stays as
 * it is: the compiler refuses it.
 */
export function rustString(written: string): string {
  const raw = /^[bc]?r(#*)"/.exec(written);
  if (raw) return written.slice(raw[0].length, -1 - (raw[1]?.length ?? 0));
  return written
    .slice(written.indexOf('"') + 1, -1)
    .replace(/\\(?:u\{([0-9a-fA-F_]{1,16})\}|x([0-7][0-9a-fA-F])|\n\s*|([\s\S]))/g, (all, u, x, one) => {
      if (u || x) return character(Number.parseInt((u ?? x).replaceAll('_', ''), 16)) ?? all;
      return all.startsWith('\\\n') ? '' : (escapes[one] ?? one);
    });
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** Null beyond Unicode's last character, and for halves of surrogate pairs. */
function character(code: number): string | null {
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : null;
}
