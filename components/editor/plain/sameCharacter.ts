/**
 * Where in `now` the caret stands that was at `offset` in `before`, if only blanks before it differ: what formatting does
 * to a text. It stays at its character, or in its line among blanks. Null where more differs.
 */
export function sameCharacter(before: string, now: string, offset: number): number | null {
  let at = 0;
  for (const character of before.slice(0, offset).replace(/\s+/g, '')) {
    while (isBlank(now.charAt(at))) at += 1;
    if (!now.startsWith(character, at)) return null;
    at += character.length;
  }
  const head = before.slice(0, offset);
  const behind = head.slice(head.trimEnd().length);
  const ahead = /^\s*/.exec(before.slice(offset))?.[0] ?? '';
  const gap = (/^\s*/.exec(now.slice(at))?.[0] ?? '').split('\n');
  const lines = behind.split('\n');
  // In the line of the character that follows, however many lines there are between now.
  const line = ahead.includes('\n') ? Math.min(lines.length, gap.length) - 1 : gap.length - 1;
  const isLast = line === gap.length - 1;
  const column =
    isLast && ahead === '' && lines.length > 1
      ? (gap[line]?.length ?? 0)
      : Math.min(lines.at(-1)?.length ?? 0, gap[line]?.length ?? 0);
  if (lines.length === 1) return at + Math.min(behind.length, gap[0]?.length ?? 0);
  return at + gap.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + column;
}

function isBlank(character: string): boolean {
  return character !== '' && character.trim() === '';
}
