/** Comments, strings and characters: what braces and brackets in them mean is nothing. A lifetime is no character. */
const opaque =
  /\/\/[^\n]*|\/\*|\bb?r(#*)"[\s\S]*?"\1|b?"(?:[^"\\]|\\[\s\S])*"|b?'(?:[^'\\\n]|\\(?:u\{[^}']*\}|x..|.))'/g;

/** Rust with blanks in place of comments and strings, each as long as what it stands for; lines stay. */
export function maskRust(text: string): string {
  let masked = '';
  let from = 0;
  const seeker = new RegExp(opaque);
  for (let match = seeker.exec(text); match; match = seeker.exec(text)) {
    const end = match[0] === '/*' ? endOfComment(text, match.index + 2) : seeker.lastIndex;
    masked += text.slice(from, match.index) + text.slice(match.index, end).replace(/[^\n]/g, ' ');
    from = end;
    seeker.lastIndex = end;
  }
  return masked + text.slice(from);
}

/** Rust's comments nest. */
function endOfComment(text: string, from: number): number {
  let depth = 1;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}
