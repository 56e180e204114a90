import { parse, TomlError, type TomlTable } from 'smol-toml';
import { limits } from '../../../protocol/limits.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';

/** What the build needs to know of a Cargo.toml. */
export interface Manifest {
  /** The crate, and so the extension, as `package.name` has it. */
  name: string;
  /** The library's name: the file is `lib<libName>.so`. */
  libName: string;
  crateTypes: string[];
  /** The edition of Rust that it says it is written in; empty where it says none. */
  edition: string;
  /** Which of cargo's resolvers it asks for; empty where it says none. */
  resolver: string;
  /** Whether `package.build` names a build script; `build.rs` is one without it. */
  buildScript: boolean;
  /** Features by name; which others each turns on. */
  features: Record<string, string[]>;
  dependencies: Dependency[];
  /** The keys of the dev and test profiles that make cargo compile dependencies otherwise than it has in the image. */
  devProfile: string[][];
  /** What `[workspace]` says; null where it is no workspace's root. */
  workspace: Workspace | null;
}

/** The crates of a workspace, and what they may take over from its root. */
export interface Workspace {
  /** Folders below the root, in which `*` may stand for names. */
  members: string[];
  exclude: string[];
  /** Those of which cargo takes one where none is named. */
  defaultMembers: string[];
  /** `[workspace.dependencies]` and `[workspace.package]`. */
  dependencies: TomlTable;
  package: TomlTable;
}

/** Where a Cargo.toml stands in the project. */
export interface ManifestPlace {
  /** Its folder: empty, or with a slash at its end. */
  folder?: string;
  /** The workspace that the crate belongs to. */
  within?: Workspace | null;
}

export interface Dependency {
  /** The tables that it stands in, such as `dependencies`, and its key there. */
  path: string[];
  /** The crate's name in the registry. */
  crate: string;
  /** The releases that may be taken, as it is written; empty where it is not said. */
  version: string;
  /** Why it cannot come from the image's crates: the key by which another source is asked for. */
  source: 'git' | 'path' | 'registry' | 'workspace' | null;
  /** The folder in the project that `path` leads to, with a slash at its end; null where it leads out of it. */
  folder: string | null;
  /** The features that are asked of it, beside its default ones. */
  features: string[];
  defaultFeatures: boolean;
}

/** Whether nothing but tests, examples and benchmarks can use it. */
export const isForTests = ({ path }: Dependency): boolean => path.at(-2) === 'dev-dependencies';

export interface ManifestProblem {
  message: string;
  line: number;
  column: number;
}

/** Reads the text of a Cargo.toml. What is of the wrong type is left for cargo to refuse, in its words. */
export function readManifest(text: string, place: ManifestPlace = {}): Result<Manifest, ManifestProblem> {
  if (text.length > limits.manifestLength)
    return fail({
      message: `Cargo.toml is over ${limits.manifestLength / 1024} KiB. Remove what the crate doesn’t need.`,
      line: 1,
      column: 1,
    });
  let root: TomlTable;
  try {
    root = parse(text);
  } catch (error) {
    if (error instanceof TomlError) {
      const message = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
      return fail({ message, line: error.line, column: error.column });
    }
    if (error instanceof RangeError) return fail({ message: 'It is nested too deeply.', line: 1, column: 1 });
    throw error;
  }
  const name = asText(table(root.package).name);
  const lib = table(root.lib);
  const workspace = isTable(root.workspace) ? workspaceOf(root.workspace) : null;
  const inherited = place.within ?? workspace;
  const source: Source = { folder: place.folder ?? '', within: inherited };
  const { edition } = table(root.package);
  return ok({
    name,
    libName: (asText(lib.name) || name).replaceAll('-', '_'),
    edition: asText(table(edition).workspace === true ? inherited?.package.edition : edition),
    resolver: asText(table(root.workspace).resolver) || asText(table(root.package).resolver),
    buildScript: table(root.package).build !== undefined,
    crateTypes: texts(lib['crate-type'] ?? lib.crate_type),
    features: Object.fromEntries(Object.entries(table(root.features)).map(([key, on]) => [key, texts(on)])),
    dependencies: [
      ...dependenciesIn(root, [], source),
      ...Object.entries(table(root.target)).flatMap(([target, value]) =>
        dependenciesIn(table(value), ['target', target], source),
      ),
    ],
    devProfile: ['dev', 'test'].flatMap((name) =>
      Object.entries(table(table(root.profile)[name]))
        .filter(([key, value]) => !isHarmless(key, value))
        .map(([key]) => ['profile', name, key]),
    ),
    workspace,
  });
}

function workspaceOf(given: TomlTable): Workspace {
  return {
    members: texts(given.members),
    exclude: texts(given.exclude),
    defaultMembers: texts(given['default-members']),
    dependencies: table(given.dependencies),
    package: table(given.package),
  };
}

/** The dependencies that a workspace's root has for its members. */
export function sharedDependencies({ dependencies }: Workspace): Dependency[] {
  const place = { folder: '', within: null };
  return Object.entries(dependencies).map(([key, value]) =>
    dependency(['workspace', 'dependencies', key], value, place),
  );
}

/** What cargo takes from the image's own settings, what holds for the project's crate alone, and what the image has too. */
const isHarmless = (key: string, value: unknown) =>
  key === 'debug' || key === 'incremental' || (key === 'panic' && value === 'unwind');

const kinds = ['dependencies', 'dev-dependencies', 'build-dependencies'];

interface Source {
  folder: string;
  within: Workspace | null;
}

function dependenciesIn(parent: TomlTable, above: string[], source: Source): Dependency[] {
  return kinds.flatMap((kind) =>
    Object.entries(table(parent[kind])).map(([key, value]) =>
      dependency([...above, kind, key], value, source),
    ),
  );
}

/** What is taken over from the workspace's root comes from where that says, without a version: it stands there. */
function dependency(path: string[], value: unknown, { folder, within }: Source): Dependency {
  const key = path.at(-1) ?? '';
  const shared = table(value).workspace === true ? within?.dependencies[key] : undefined;
  if (shared !== undefined)
    return { ...dependency([key], shared, { folder: '', within: null }), path, version: '' };
  const wanted = table(value);
  const source =
    (['git', 'path', 'registry', 'workspace'] as const).find((one) => wanted[one] !== undefined) ?? null;
  return {
    path,
    crate: asText(wanted.package) || key,
    version: asText(wanted.version) || asText(value),
    source,
    features: texts(wanted.features),
    defaultFeatures: (wanted['default-features'] ?? wanted.default_features) !== false,
    folder: source === 'path' ? folderInside(folder, asText(wanted.path)) : null,
  };
}

/** The folder that a path leads to from another, with a slash at its end; null where it leads out of the project. */
export function folderInside(folder: string, path: string): string | null {
  if (path.startsWith('/') || path.length > limits.pathLength) return null;
  const parts = folder.split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.map((part) => `${part}/`).join('');
}

const isTable = (value: unknown): value is TomlTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const table = (value: unknown): TomlTable => (isTable(value) ? value : {});
const asText = (value: unknown) => (typeof value === 'string' ? value : '');
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
