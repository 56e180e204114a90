import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RustLexer } from './RustLexer.ts';

function tokens(text: string): string[] {
  const lexer = new RustLexer(text);
  const found: string[] = [];
  while (lexer.next()) found.push(`${lexer.kind} ${lexer.word}`);
  return found;
}

it.each([
  ['fn a_1', ['word fn', 'word a_1']],
  ['/* a /* b */ c */ d', ['comment /* a /* b */ c */', 'word d']],
  ['// a\nb', ['comment // a', 'word b']],
  ['"a\\"b" "c', ['string "a\\"b"', 'string "c']],
  [
    'r#"a"b"# b"c" br##"d"#"## c"e" cr"\\"',
    ['string r#"a"b"#', 'string b"c"', 'string br##"d"#"##', 'string c"e"', 'string cr"\\"'],
  ],
  [
    "'a' '\\'' '\\u{1F600}' b'x' '😀'",
    ["char 'a'", "char '\\''", "char '\\u{1F600}'", "char b'x'", "char '😀'"],
  ],
  ["<'a> &'static str", ['mark <', "lifetime 'a", 'mark >', 'mark &', "lifetime 'static", 'word str']],
  ['r#type r#', ['word r#type', 'word r', 'mark #']],
  ['1u8 0xff', ['number 1u8', 'number 0xff']],
  [
    'match c { \'{\' => "}" }',
    ['word match', 'word c', 'mark {', "char '{'", 'mark =', 'mark >', 'string "}"', 'mark }'],
  ],
])('reads %j', (text, expected) => {
  expect(tokens(text)).toEqual(expected);
});

it('leaves out nothing but blanks, whatever the text', () => {
  const piece = fc.constantFrom(
    'r#"',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '\n',
    ' ',
    '\\',
    'a',
    '#',
    '{',
    '😀',
    '\ud800',
    'b',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const lexer = new RustLexer(text);
      let end = 0;
      while (lexer.next()) {
        expect(text.slice(end, lexer.start).trim()).toBe('');
        expect(lexer.end).toBeGreaterThan(lexer.start);
        end = lexer.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});
