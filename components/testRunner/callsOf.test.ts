import { expect, it } from 'vitest';
import { callsOf } from './callsOf.ts';
import { formatNs } from './formatNs.ts';

it('proposes a call of each function', () => {
  const sql = `
-- src/lib.rs:8
CREATE  FUNCTION "double"(
	"n" INT, /* i32 */
	"s" TEXT DEFAULT 'a', /* &str */
	"d" date /* Date */
) RETURNS INT /* i32 */
STRICT
LANGUAGE c /* Rust */
AS 'MODULE_PATHNAME', 'double_wrapper';
CREATE  FUNCTION "hello"() RETURNS TEXT /* &str */
LANGUAGE c;
CREATE  FUNCTION "on_change"() RETURNS TRIGGER
LANGUAGE c;`;
  expect(callsOf(sql)).toEqual(['double(x, x::text, NULL::date)', 'hello()']);
});

it('writes times from nanoseconds on', () => {
  expect([0.964, 250, 12_345, 250_000, 1_640_000, 3e9].map(formatNs)).toEqual([
    '0.96 ns',
    '250 ns',
    '12.3 µs',
    '250 µs',
    '1.64 ms',
    '3.00 s',
  ]);
});
