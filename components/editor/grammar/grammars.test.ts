import type { languages } from 'monaco-editor/editor/editor.api.js';
import * as sql from 'monaco-editor/languages/definitions/pgsql/pgsql.js';
import * as rust from 'monaco-editor/languages/definitions/rust/rust.js';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../testing/tokenizeForTest.ts';
import { rustGrammar } from './rustGrammar.ts';
import { sqlGrammar } from './sqlGrammar.ts';
import { tomlGrammar } from './tomlGrammar.ts';

/** The pieces of the lines that have one of these tokens, with the token before a colon. */
function coloured(grammar: languages.IMonarchLanguage, lines: string[], ...tokens: string[]): string[] {
  return tokenize(grammar, lines)
    .filter(({ token }) => tokens.some((wanted) => token === wanted || token.startsWith(`${wanted}.`)))
    .map(({ token, text }) => `${token.split('.')[0]}:${text}`);
}

describe('Rust', () => {
  const grammar = rustGrammar(rust.language);

  it('has attributes, types, macros, lifetimes and keywords', () => {
    const lines = [
      '#[pg_extern(name = "x")]',
      'pub fn f<\'a>(v: &\'a i32) -> Option<String> { notice!("hi") }',
    ];
    expect(coloured(grammar, lines, 'attribute', 'type', 'macro', 'lifetime', 'keyword')).toEqual([
      'attribute:#[pg_extern(name =',
      'attribute:)]',
      'keyword:pub',
      'keyword:fn',
      "lifetime:'a",
      "lifetime:'a",
      'type:i32',
      'type:Option',
      'type:String',
      'macro:notice!',
    ]);
  });

  it('ends an attribute with its own bracket, and goes on over lines', () => {
    const lines = ['#[aggregate(', '  parallel = [a]', ')] struct S;'];
    expect(coloured(grammar, lines, 'keyword')).toEqual(['keyword:struct']);
  });

  it('tells characters from lifetimes, and documentation from code', () => {
    expect(coloured(grammar, ["let c = 'x';"], 'string', 'lifetime')).toEqual(["string:'x'"]);
    expect(coloured(grammar, ['/// Adds `a`'], 'comment')).toEqual(['comment:/// Adds `a`']);
  });
});

describe('SQL', () => {
  const grammar = sqlGrammar(sql.language);

  it('has dollar quotes, with tags, over lines', () => {
    const lines = ['do $a$', 'select $$x$$;', '$a$; select 1'];
    expect(coloured(grammar, lines, 'keyword').at(-1)).toBe('keyword:select');
    expect(
      coloured(grammar, lines, 'string')
        .map((piece) => piece.slice(7))
        .join(''),
    ).toBe('$a$select $$x$$;$a$');
  });

  it('ends dollar quotes, with tags and without', () => {
    const lines = ['as $$ select 1 $$; insert', '$a$ x $$ y $b$ $a$ update $$', '$$ delete'];
    expect(coloured(grammar, lines, 'keyword')).toEqual([
      'keyword:as',
      'keyword:insert',
      'keyword:update',
      'keyword:delete',
    ]);
  });

  it('has comments in comments, escapes, and psql’s commands', () => {
    expect(coloured(grammar, ['/* a /* b */ c */ select'], 'keyword')).toEqual(['keyword:select']);
    expect(coloured(grammar, ["e'it\\'s' select"], 'keyword')).toEqual(['keyword:select']);
    expect(coloured(grammar, ['\\d pg_class'], 'macro')).toEqual(['macro:\\d pg_class']);
  });
});

describe('SQL keywords', () => {
  const grammar = sqlGrammar(sql.language);
  const words = (line: string) =>
    coloured(grammar, [line], 'keyword', 'operator', 'predefined').map((piece) => piece.split(':')[1]);

  it('has those that begin statements and clauses, in any case', () => {
    expect(words('insert into t values (1); UPDATE t SET a = 1; delete from t')).toEqual(
      'insert into values UPDATE SET = delete from'.split(' '),
    );
    expect(words('create function f() returns int language sql immutable strict parallel safe')).toEqual(
      'create function returns language immutable strict parallel safe'.split(' '),
    );
    expect(words('create type mood as enum ()')).toEqual(['create type', 'as', 'enum']);
    expect(words('primary key, timestamp with time zone')).toEqual(['primary key', 'with time zone']);
  });

  it('leaves names alone, also those that are keywords elsewhere', () => {
    expect(words('name, value, type, key, level, data')).toEqual([]);
    expect(words('t.language, my.function(1)')).toEqual([]);
    expect(words('"insert"')).toEqual([]);
  });
});

describe('TOML', () => {
  it('has tables, keys, strings, numbers and comments', () => {
    const lines = ['[dependencies] # x', 'pgrx = { version = "=0.19.3", optional = true }', 'opt-level = 3'];
    expect(
      coloured(tomlGrammar, lines, 'type', 'attribute', 'string', 'number', 'keyword', 'comment'),
    ).toEqual([
      'type:[dependencies]',
      'comment:# x',
      'attribute:pgrx',
      'attribute:version',
      'string:"=0.19.3"',
      'attribute:optional',
      'keyword:true',
      'attribute:opt-level',
      'number:3',
    ]);
  });

  it('has a control file’s lines', () => {
    expect(
      coloured(tomlGrammar, ['relocatable = false', "schema = 'x'"], 'attribute', 'string', 'keyword'),
    ).toEqual(['attribute:relocatable', 'keyword:false', 'attribute:schema', "string:'x'"]);
  });
});
