import type { Crate } from '../../server/build/project/Crate.ts';
import { readManifest } from '../../server/build/project/manifest.ts';

/** The crate in a project's own folder, by its Cargo.toml; null where that cannot be read. */
export function rootCrate(text: string): Crate | null {
  const manifest = readManifest(text);
  return manifest.ok ? { folder: '', file: 'Cargo.toml', text, manifest: manifest.value } : null;
}
