import { stripVTControlCharacters } from 'node:util';
import type { Diagnostic } from '../../protocol/events.ts';
import type { Manifest } from './manifest.ts';
import { manifestDiagnostic } from './manifestDiagnostic.ts';
import { tomlLine } from './tomlLine.ts';

/**
 * What cargo itself refuses, such as a version that is not to be had, it says on stderr and not as a message. Makes a
 * diagnostic of it, on the dependency that it names, or at Cargo.toml's first line.
 */
export function cargoFailure(said: string, manifestText: string, manifest: Manifest): Diagnostic {
  const text = stripVTControlCharacters(said);
  const start = text.search(/^error(\[|:)/m);
  const message = (start < 0 ? text : text.slice(start)).replace(/^error: /, '').trim();
  const named = manifest.dependencies.find(
    ({ crate }) => message.includes(`\`${crate}\``) || message.includes(`\`${crate} =`),
  );
  const line = named ? tomlLine(manifestText, named.table, named.key) : 1;
  return manifestDiagnostic(manifestText, line, message || 'cargo failed without a message.');
}
