import type { ProjectFiles } from '../../protocol/project.ts';

/** Where a project says which version of its extension it is. */
export interface ProjectVersion {
  /** The extension's name: that of the control file. */
  name: string;
  version: string;
  file: string;
  /** Whether the library's file carries the version: the control file has no `module_pathname`. */
  versionedLibrary: boolean;
}

const controlVersion = /^([ \t]*default_version[ \t]*=[ \t]*')([^'\n]*)(')/m;
const manifestVersion = /^(\[package\][^[]*?^version\s*=\s*")([^"\n]*)(")/m;

/** The project's version, or null where its files do not tell it. The control file's own goes before that of Cargo.toml. */
export function projectVersion(files: ProjectFiles): ProjectVersion | null {
  const file = Object.keys(files)
    .filter((path) => /^[^/]+\.control$/.test(path))
    .toSorted()[0];
  if (file === undefined) return null;
  const control = files[file] ?? '';
  const own = controlVersion.exec(control)?.[2] ?? '';
  const fixed = !own.includes('@CARGO_VERSION@');
  const version = fixed ? own : manifestVersion.exec(files['Cargo.toml'] ?? '')?.[2];
  if (!version) return null;
  return {
    name: file.slice(0, -'.control'.length),
    version: fixed ? version : own.replace('@CARGO_VERSION@', version),
    file: fixed ? file : 'Cargo.toml',
    versionedLibrary: !/^[ \t]*module_pathname[ \t]*=/m.test(control),
  };
}

/** The text of the file that tells the version, with another one. */
export function withVersion(text: string, version: string): string {
  const pattern = text.includes('[package]') ? manifestVersion : controlVersion;
  return text.replace(pattern, (_all, before: string, _old, after: string) => `${before}${version}${after}`);
}

/** The version that comes next where it is x.y.z: a new minor one. */
export function nextVersion(version: string): string | null {
  const [, major, minor] = /^(\d{1,9})\.(\d{1,9})\.\d{1,9}$/.exec(version) ?? [];
  return minor === undefined ? null : `${major}.${Number(minor) + 1}.0`;
}
