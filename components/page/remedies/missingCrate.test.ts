import { expect, it } from 'vitest';
import { aDiagnostic } from '../../../test/support/aDiagnostic.ts';
import { hasDependency, missingCrate, withDependency } from './missingCrate.ts';

const missing = (name: string) => ({
  ...aDiagnostic,
  notes: [
    {
      file: null,
      line: null,
      severity: 'help' as const,
      message: `if you wanted to use a crate named \`${name}\`, use \`cargo add ${name}\` to add it to your \`Cargo.toml\``,
    },
  ],
});
const offered = [
  { name: 'rand', version: '0.9.2' },
  { name: 'rand', version: '0.10.0' },
  { name: 'unicode-segmentation', version: '1.12.0' },
];

it('knows the crate that rustc misses, in its newest version, where it is offered', () => {
  expect(missingCrate(missing('rand'), offered)).toEqual({ name: 'rand', version: '0.10.0' });
  expect(missingCrate(missing('unicode_segmentation'), offered)?.name).toBe('unicode-segmentation');
  expect(missingCrate(missing('tokio'), offered)).toBeNull();
  expect(missingCrate(aDiagnostic, offered)).toBeNull();
});

it('sees whether a crate is there already', () => {
  expect(hasDependency('[dependencies]\n  rand = "0.9"\n', 'rand')).toBe(true);
  expect(hasDependency('[dependencies]\nrand_core = "0.9"\n', 'rand')).toBe(false);
});

it('adds a line to the dependencies, wherever they are', () => {
  const rand = { name: 'rand', version: '0.9.2' };
  expect(withDependency('[dependencies]\npgrx = "1"\n\n[profile.dev]\n', rand)).toBe(
    '[dependencies]\npgrx = "1"\nrand = "0.9.2"\n\n[profile.dev]\n',
  );
  expect(withDependency('[dependencies]\npgrx = "1"\n', rand)).toBe(
    '[dependencies]\npgrx = "1"\nrand = "0.9.2"\n',
  );
  expect(withDependency('[package]\n', rand)).toBe('[package]\n\n[dependencies]\nrand = "0.9.2"\n');
  expect(withDependency('[dependencies]\n[lib]\n', rand)).toBe('[dependencies]\nrand = "0.9.2"\n[lib]\n');
});
