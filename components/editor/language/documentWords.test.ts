import { expect, it } from 'vitest';
import { documentWords } from './documentWords.ts';

it('has the words of code, each once, and none of comments and strings', () => {
  const rust =
    '// Adds numbers\nfn twice(number: i32) { notice!("a \\" quoted {number}"); /* block\n comment */ number }';
  expect(documentWords(rust, 'rust')).toEqual(['twice', 'number', 'i32', 'notice']);
  expect(
    documentWords("select total -- of all\nfrom sales where city = 'Bern' /* never */", 'pgsql'),
  ).toEqual(['select', 'total', 'from', 'sales', 'where', 'city']);
  expect(documentWords('# settings\nname = "my_extension"\nversion', 'toml')).toEqual(['name', 'version']);
});

it('takes lifetimes for no strings, and what is not closed for the rest of the text', () => {
  expect(documentWords("fn first<'a>(text: &'a str)", 'rust')).toEqual(['first', 'text', 'str']);
  expect(documentWords('one /* two three', 'rust')).toEqual(['one']);
  expect(documentWords('one "two three', 'rust')).toEqual(['one']);
});

it('has none of other languages', () => {
  expect(documentWords('some words', 'plaintext')).toEqual([]);
});
