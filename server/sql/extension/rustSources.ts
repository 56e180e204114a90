/** The Rust files of the project that is installed. */
export interface RustSources {
  has(path: string): boolean;
  /** The one file that a path, or a base name as pgrx gives it, can mean; null where it is none or several. */
  named(name: string): string | null;
}

/** @param paths the project's files, relative to it */
export function rustSources(paths: readonly string[]): RustSources {
  const sources = new Set(paths.filter((path) => path.endsWith('.rs')));
  return {
    has: (path) => sources.has(path),
    named: (name) => {
      if (sources.has(name)) return name;
      const base = name.slice(name.lastIndexOf('/') + 1);
      const alike = [...sources].filter((path) => path === base || path.endsWith(`/${base}`));
      return alike.length === 1 ? (alike[0] ?? null) : null;
    },
  };
}
