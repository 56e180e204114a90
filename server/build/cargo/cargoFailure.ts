import type { Diagnostic } from '../../../protocol/events/events.ts';
import { TomlPlaces } from '../../../protocol/toml/TomlPlaces.ts';
import type { Crate } from '../project/Crate.ts';
import { manifestDiagnostic } from '../project/manifestDiagnostic.ts';
import { withoutEscapes } from './withoutEscapes.ts';

/**
 * What cargo itself refuses, such as a version that is not to be had, it says on stderr and not as a message. Makes a
 * diagnostic of it, on the dependency that it names, or at Cargo.toml's first line.
 */
export function cargoFailure(said: string, { file, text: manifestText, manifest }: Crate): Diagnostic {
  const text = withoutEscapes(said);
  const start = text.search(/^error(\[|:)/m);
  const message = (start < 0 ? text : text.slice(start)).replace(/^error: /, '').trim();
  // It names a dependency as `name` or `name = "1.0"`.
  const names = new Set(Array.from(message.matchAll(/`([^`\s]+)(?:`| =)/g), ([, name = '']) => name));
  const named = manifest.dependencies.find(({ crate }) => names.has(crate));
  const line = named ? new TomlPlaces(manifestText).lineOf(named.path) : 1;
  return manifestDiagnostic(manifestText.split('\n'), line, message || 'cargo failed without a message.', {
    file,
  });
}
