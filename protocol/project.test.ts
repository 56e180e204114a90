import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { runRequest } from './project.ts';

const lib = { 'src/lib.rs': 'use pgrx::prelude::*;' };

describe('runRequest', () => {
  it('needs only src/lib.rs', () => {
    expect(runRequest.parse({ files: lib })).toEqual({ files: lib, sql: '', mode: 'run' });
  });

  it('takes a Cargo.toml without it, whose crates may be in folders', () => {
    expect(runRequest.safeParse({ files: { 'Cargo.toml': '' } }).success).toBe(true);
  });

  it('says which field is wrong, and why', () => {
    const messages = (value: unknown) =>
      runRequest.safeParse(value).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    expect(messages({ files: {} })).toEqual(['files: src/lib.rs is missing: it is the crate’s root file.']);
    expect(messages({ files: { ...lib, '../x': '' } })?.[0]).toMatch(/^files\.\.\.\/x: .*relative/);
    expect(messages({ files: lib, sql: 'é'.repeat(limits.sqlBytes / 2 + 1) })).toEqual([
      'sql: The SQL is over 64 KiB.',
    ]);
    expect(messages({ files: lib, sql: 'select \0' })?.[0]).toMatch(/NUL/);
    expect(messages({ files: lib, postgres: 17.5 })).toHaveLength(1);
    expect(messages({ files: lib, mode: 'rm' })).toHaveLength(1);
  });

  it('does not take a file named __proto__ for the prototype', () => {
    const parsed = runRequest.safeParse(JSON.parse('{"files":{"src/lib.rs":"","__proto__":"x"}}'));
    expect(parsed.success && Object.getPrototypeOf(parsed.data.files)).not.toBe('x');
  });
});
