import { RustLexer } from '../../protocol/rust/RustLexer.ts';

/** A file's text without what its language takes for comments, so that no check is met by one. */
export function withoutComments(text: string, path: string): string {
  if (path.endsWith('.sql')) return text.replace(/--.*$/gm, '');
  return path.endsWith('.rs') ? rustWithoutComments(text) : text;
}

function rustWithoutComments(text: string): string {
  const lexer = new RustLexer(text);
  const kept: string[] = [];
  let from = 0;
  while (lexer.next()) {
    if (lexer.kind !== 'comment') continue;
    kept.push(text.slice(from, lexer.start));
    from = lexer.end;
  }
  return [...kept, text.slice(from)].join(' ');
}
