import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { Versions } from '../../../protocol/versions.ts';

type Crate = Pick<Versions['crates'][number], 'name' | 'version'>;

/** The crate that a compiler error misses, if this server offers it: rustc then tells people to type `cargo add`. */
export function missingCrate({ notes }: Diagnostic, offered: Versions['crates']): Crate | null {
  for (const { message } of notes ?? []) {
    // Code calls a crate by its identifier, `serde_json` for what may be `serde-json`.
    const wanted = /`cargo add ([\w-]{1,64})`/.exec(message)?.[1]?.replaceAll('-', '_');
    const named = offered.filter(({ name }) => name.replaceAll('-', '_') === wanted);
    const newest = named.sort((one, other) => byNumber.compare(other.version, one.version))[0];
    if (newest) return newest;
  }
  return null;
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** Whether a line of a Cargo.toml sets `name`: in any table, since a crate that stands in another is none to add. */
export function hasDependency(manifest: string, name: string): boolean {
  return manifest.split('\n').some((line) => line.slice(0, line.indexOf('=')).trim() === name);
}

/** A Cargo.toml with one more line at the end of its `[dependencies]`, which is added where there is none. */
export function withDependency(manifest: string, { name, version }: Crate): string {
  const line = `${name} = "${version}"`;
  const lines = manifest.split('\n');
  const heading = lines.findIndex((text) => /^\s*\[\s*dependencies\s*\]/.test(text));
  if (heading < 0) return `${manifest.trimEnd()}\n\n[dependencies]\n${line}\n`;
  const next = lines.findIndex((text, at) => at > heading && /^\s*\[/.test(text));
  let end = next < 0 ? lines.length : next;
  while (end > heading + 1 && lines[end - 1]?.trim() === '') end -= 1;
  return lines.toSpliced(end, 0, line).join('\n');
}
