import { expect, test } from 'vitest';
import { readManifest } from './manifest.ts';
import { missingFeatures } from './missingFeatures.ts';

const crates = [
  { name: 'ureq', version: '3.1.0', features: ['charset', 'json'] },
  { name: 'rand', version: '0.8.5', features: ['default', 'small_rng', 'std'] },
  { name: 'rand', version: '0.9.2', features: ['default', 'std', 'thread_rng'] },
  { name: 'hex', version: '0.4.3' },
];
const ask = (line: string) => {
  const manifest = readManifest(`[package]\nname = "x"\n[dependencies]\n${line}\n`);
  const dependency = manifest.ok ? manifest.value.dependencies[0] : undefined;
  if (!dependency) throw new Error(line);
  return missingFeatures(dependency, crates);
};

test('default features that are not here are named, with how to do without', () => {
  expect(ask('ureq = "3"')).toBe(
    'The crate ureq is available only without its default features: write default-features = false. Available features: charset, json.',
  );
  expect(ask('ureq = { version = "3", default-features = false, features = ["json"] }')).toBeNull();
  expect(ask('ureq = { version = "3", default-features = false, features = ["default"] }')).toContain(
    'without its default features',
  );
});

test('features that are not here are named, with those that are', () => {
  expect(
    ask('ureq = { version = "3", default-features = false, features = ["json", "gzip", "rustls"] }'),
  ).toBe('The crate ureq is available only without gzip, rustls. Available features: charset, json.');
  expect(ask('ureq = { version = "3", features = ["gzip"] }')).toContain(
    'default-features = false, and without gzip.',
  );
});

test('what any offered version has can be asked for, and what nobody knows of', () => {
  expect(ask('rand = { version = "0.8", features = ["small_rng", "thread_rng"] }')).toBeNull();
  expect(ask('hex = { version = "0.4", features = ["serde"] }')).toBeNull();
  expect(ask('libc = { version = "0.2", features = ["extra_traits"] }')).toBeNull();
});
