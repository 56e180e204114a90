import { parse } from 'smol-toml';
import type { ProjectFiles } from '../../../protocol/project.ts';
import type { Crate } from './Crate.ts';
import type { Offer } from './checkManifest.ts';
import { isForTests } from './manifest.ts';

/** Of more crates, and more of a crate's features, nobody reads. */
const mostNamed = 5;
/** The image has them with each feature that a project can ask for. */
const pgrxs = /^pgrx(?:-|$)/;

/**
 * Why cargo would compile dependencies of a project, of which the image has the code as most ask for it; in words, and as
 * far as its files tell.
 */
export function whyCompiled(files: ProjectFiles, crates: readonly Crate[], offer: Offer): string {
  const config = ['.cargo/config.toml', '.cargo/config'].find((path) => path in files);
  if (config && changesFlags(files[config] ?? '')) return `${config} has settings for the compiler.`;
  if ('Cargo.lock' in files) return 'Cargo.lock asks for other versions than the server has compiled.';
  const known = new Set(offer.crates.map(({ name }) => name));
  const asked: string[] = [];
  for (const { manifest } of crates)
    for (const dependency of manifest.dependencies) {
      const { crate, features, source } = dependency;
      if (isForTests(dependency) || source !== null) continue;
      const name = crate.slice(0, 100);
      if (!known.has(crate) && offer.vendored?.has(crate)) return `${name} isn’t compiled on the server.`;
      if (features.length > 0 && asked.length < mostNamed && !pgrxs.test(crate))
        asked.push(`${name} with ${features.slice(0, mostNamed).join(', ').slice(0, 200)}`);
    }
  return asked.length > 0
    ? `The server hasn’t compiled all that the project asks for: ${asked.join('; ')}.`
    : 'The server hasn’t compiled them with these features.';
}

function changesFlags(text: string): boolean {
  try {
    const { build, profile, env, target } = parse(text);
    const ofTargets = Object.entries(typeof target === 'object' ? target : {}).filter(
      ([name]) => !/macos|apple|windows/.test(name),
    );
    return build !== undefined || profile !== undefined || env !== undefined || ofTargets.length > 0;
  } catch {
    return false;
  }
}
