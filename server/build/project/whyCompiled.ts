import { parse } from 'smol-toml';
import type { ProjectFiles } from '../../../protocol/project.ts';
import type { Crate } from './Crate.ts';
import type { Offer } from './checkManifest.ts';
import { isForTests } from './manifest.ts';

/**
 * Why cargo would compile dependencies of a project, of which the image has the code as most ask for it; in words, and as
 * far as its files tell.
 */
export function whyCompiled(files: ProjectFiles, crates: readonly Crate[], offer: Offer): string {
  const config = ['.cargo/config.toml', '.cargo/config'].find((path) => path in files);
  if (config && changesFlags(files[config] ?? '')) return `${config} has settings for the compiler.`;
  if ('Cargo.lock' in files) return 'Cargo.lock asks for other versions than the server has compiled.';
  const known = new Map<string, Set<string>>();
  for (const { name, features = [] } of offer.crates)
    known.set(name, new Set([...(known.get(name) ?? []), ...features]));
  for (const { manifest } of crates)
    for (const dependency of manifest.dependencies) {
      const { crate, features, source } = dependency;
      if (isForTests(dependency) || source !== null) continue;
      const have = known.get(crate);
      const more = features.filter((feature) => !have?.has(feature));
      if (have && more.length > 0)
        return `The feature ${more[0]?.slice(0, 100)} of ${crate.slice(0, 100)} isn’t compiled on the server.`;
      if (!have && offer.vendored?.has(crate)) return `${crate} isn’t compiled on the server.`;
    }
  return 'The server hasn’t compiled them with these features.';
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
