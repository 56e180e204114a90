import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftUpgrade } from './draftUpgrade.ts';

const item = (name: string, text: string) =>
  `/* <begin connected objects> */\n-- src/lib.rs:5\n-- my::${name}\n${text}\n/* </end connected objects> */\n`;
const fn = (name: string, given = '', returns = 'INT /* i32 */', library = 'MODULE_PATHNAME') =>
  item(
    name,
    `CREATE  FUNCTION "${name}"(${given}) RETURNS ${returns}\nSTRICT\nLANGUAGE c /* Rust */\nAS '${library}', '${name}_wrapper';`,
  );
const draft = (from: string, to: string) =>
  draftUpgrade({ name: 'my', version: '0.1.0', sql: from }, { name: 'my', version: '0.2.0', sql: to });

it('adds what is new, word for word', () => {
  const script = draft(fn('a'), fn('a') + fn('b'));
  expect(script).toContain('CREATE  FUNCTION "b"() RETURNS INT');
  expect(script).not.toContain('"a"');
});

it('drops what is gone by its arguments, the last one first', () => {
  const given = '\n\t"x" INT DEFAULT 5, /* i32 */\n\t"y" numeric(4, 2) /* N */\n';
  const script = draft(fn('a') + fn('b', given), '');
  expect(script).toContain('DROP FUNCTION "b"("x" INT, "y" numeric(4, 2));\n\nDROP FUNCTION "a"();');
});

it('replaces a function where Postgres can, and makes it anew where its result is another', () => {
  const moved = draft(fn('a'), fn('a', '', 'INT /* i32 */', 'my-0.2.0'));
  expect(moved).toContain('CREATE OR REPLACE FUNCTION "a"()');
  expect(moved).not.toContain('DROP');
  expect(draft(fn('a'), fn('a', '', 'TEXT /* &str */'))).toMatch(
    /DROP FUNCTION "a"\(\);[\s\S]*CREATE {2}FUNCTION "a"/,
  );
});

it('drops an operator before its function', () => {
  const operator =
    'CREATE OPERATOR === (\n\tPROCEDURE="a",\n\tLEFTARG=INT, /* i32 */\n\tRIGHTARG=TEXT /* t */\n);';
  const withOperator = fn('a').replace("wrapper';", `wrapper';\n${operator}`);
  expect(draft(withOperator, '')).toMatch(/DROP OPERATOR === \(INT, TEXT\);\s+DROP FUNCTION/);
});

const enumOf = (...labels: string[]) =>
  item('Kind', `CREATE TYPE Kind AS ENUM (\n\t${labels.map((label) => `'${label}'`).join(',\n\t')}\n);`);

it('leaves a type to a person, in comments alone', () => {
  const changed = draft(enumOf('a', 'b'), enumOf('a')) ?? '';
  for (const script of [
    changed,
    draft(enumOf('a'), '') ?? '',
    draft(enumOf('a', 'b'), enumOf('b', 'a')) ?? '',
  ]) {
    expect(script).toContain('Decide yourself');
    expect(script.split('\n').every((line) => line === '' || line.startsWith('--'))).toBe(true);
  }
});

it('gives an enumeration further values in their places', () => {
  const script = draft(enumOf('b', 'd'), enumOf('a', 'b', 'c', 'd', "e''s"));
  expect(script?.split('\n').filter((line) => line.startsWith('ALTER'))).toEqual([
    "ALTER TYPE Kind ADD VALUE 'a' BEFORE 'b';",
    "ALTER TYPE Kind ADD VALUE 'c' AFTER 'b';",
    "ALTER TYPE Kind ADD VALUE 'e''s' AFTER 'd';",
  ]);
});

it('makes a cast anew where its way is another, and drops it before its function', () => {
  const cast = (how: string) =>
    fn('a').replace(
      "wrapper';",
      `wrapper';\nCREATE CAST (\n\tKind /* Kind */\n\tAS\n\tINT /* i32 */\n)\nWITH FUNCTION "a"${how};`,
    );
  const script = draft(cast(''), cast(' AS IMPLICIT'));
  expect(script).toMatch(/DROP CAST \(Kind AS INT\);[\s\S]*CREATE CAST[\s\S]*AS IMPLICIT/);
  expect(script).not.toContain('FUNCTION "a"()');
  expect(draft(cast(''), '')).toMatch(/DROP CAST \(Kind AS INT\);\s+DROP FUNCTION "a"/);
});

it('makes what needs a function anew with it, before and after it', () => {
  const of = (returns: string) =>
    fn('a', '"x" INT', returns) +
    item('Sum', 'CREATE AGGREGATE Sum (\n\tINT\n)\n(\n\tSFUNC = "a",\n\tSTYPE = INT\n);');
  expect(draft(of('INT'), of('TEXT'))).toMatch(
    /DROP AGGREGATE Sum\(INT\);\s+DROP FUNCTION "a"[\s\S]*CREATE {2}FUNCTION "a"[\s\S]*CREATE AGGREGATE/,
  );
});

it('keeps what a type needs, as long as the type is a person’s to decide', () => {
  const type = `${fn('t_in')}${item('T', 'CREATE TYPE T (\n\tINPUT = t_in, /* my::t_in */\n);')}`;
  const ordered = `${type}${fn('t_lt').replace("wrapper';", `wrapper';\nCREATE OPERATOR < (\n\tPROCEDURE="t_lt",\n\tLEFTARG=T,\n\tRIGHTARG=T\n);`)}${item(
    'T',
    'CREATE OPERATOR FAMILY f USING btree;\nCREATE OPERATOR CLASS f DEFAULT FOR TYPE T USING btree FAMILY f AS\n\tOPERATOR 1 <;',
  )}`;
  expect(draft(ordered, '')).not.toMatch(/^(DROP|CREATE)/m);
});

it('lets a default have another value, and makes anew what loses one', () => {
  const of = (value: string) => fn('a', `\n\t"x" INT${value} /* i32 */\n`);
  expect(draft(of(' DEFAULT 1'), of(' DEFAULT 2'))).toContain('CREATE OR REPLACE FUNCTION "a"');
  expect(draft(of(' DEFAULT 1'), of(''))).toContain('DROP FUNCTION "a"("x" INT);');
});

const scripts = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.constantFrom('', '"x" INT', '"x" TEXT')), {
    selector: ([name]) => name,
  })
  .map((list) => list.map(([name, given]) => [name, fn(name, given)] as const));

it('drafts nothing from a version to itself, whatever the order', () => {
  fc.assert(
    fc.property(scripts, (list) => {
      const texts = list.map(([, text]) => text);
      expect(draft(texts.join(''), texts.toReversed().join(''))).toBeNull();
    }),
  );
});

it('names every item that is added or gone', () => {
  fc.assert(
    fc.property(scripts, scripts, (from, to) => {
      const script = draft(from.map(([, text]) => text).join(''), to.map(([, text]) => text).join('')) ?? '';
      const names = (list: typeof from) => new Set(list.map(([name]) => name));
      for (const [name] of to)
        if (!names(from).has(name)) expect(script).toContain(`CREATE  FUNCTION "${name}"(`);
      for (const [name] of from)
        if (!names(to).has(name)) expect(script).toContain(`DROP FUNCTION "${name}"(`);
    }),
  );
});
