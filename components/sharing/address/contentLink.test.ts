import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import { contentFragment, contentInFragment } from './contentLink.ts';

const content = {
  title: 'Adding',
  postgres: 17,
  files: { 'src/lib.rs': 'fn a() { "é😀" }\n', 'Cargo.toml': '[package]' },
  sql: "select '\\';\n",
};
const packed = (text: string | Uint8Array) => `v1=${deflateRawSync(text).toString('base64url')}`;

it('[EM1] holds a whole project in an address, and gives it back', () => {
  const fragment = contentFragment(content);
  expect(fragment).toMatch(/^v1=[A-Za-z0-9_-]+$/);
  expect(contentInFragment(fragment)).toEqual({ kind: 'content', content });
});

it('[EM1] gives back any text as it was', () => {
  const text = fc.string({ unit: 'binary', maxLength: 2_000 }).map((made) => made.replaceAll('\0', ''));
  fc.assert(
    fc.property(text, text, (code, sql) => {
      const made = { title: '', files: { 'src/lib.rs': code }, sql };
      expect(contentInFragment(contentFragment(made))).toEqual({ kind: 'content', content: made });
    }),
  );
});

it('[EM1] reads what any deflate has made, as the script for other pages does', () => {
  expect(contentInFragment(packed(JSON.stringify(content)))).toMatchObject({ kind: 'content' });
});

it('[EM2] refuses, and never throws at, whatever else an address may hold', () => {
  const base64 = fc.string({ unit: fc.constantFrom(...'AZaz09-_=+/% é'), maxLength: 400 });
  const bytes = fc.uint8Array({ maxLength: 400 });
  fc.assert(
    fc.property(fc.oneof(base64, bytes.map(packed)), (made) => {
      expect(contentInFragment(`v1=${made}`)).toMatchObject({ kind: 'refused' });
    }),
  );
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(contentInFragment(packed(json))).toMatchObject({ kind: 'refused' });
    }),
  );
  expect(contentInFragment('section-2')).toEqual({ kind: 'none' });
  expect(contentInFragment('v2=abc')).toMatchObject({ message: expect.stringContaining('newer') });
});

it('[EM2] refuses what is cut off, or has paths and titles that no project may have', () => {
  const fragment = contentFragment(content);
  expect(contentInFragment(fragment.slice(0, -6))).toMatchObject({
    message: expect.stringContaining('damaged'),
  });
  for (const wrong of [
    { ...content, files: { 'src/lib.rs': '', '../etc/passwd': '' } },
    { ...content, files: { 'src/main.rs': '' } },
    { ...content, files: { 'src/lib.rs': 'x'.repeat(limits.projectBytes + 1) } },
    { ...content, postgres: 1e9 },
    { ...content, title: 'x'.repeat(limits.titleLength + 1) },
  ])
    expect(contentInFragment(packed(JSON.stringify(wrong)))).toMatchObject({ kind: 'refused' });
});

it('[EM2] stops inflating what would become large', () => {
  const bomb = packed(new Uint8Array(64 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(512 * 1024);
  const before = performance.now();
  expect(contentInFragment(bomb)).toMatchObject({ kind: 'refused' });
  expect(performance.now() - before).toBeLessThan(2_000);
});
