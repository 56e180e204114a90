import type { ProjectFiles } from '../../protocol/project.ts';

/** What is compiled comes first. */
export function inReadingOrder(files: ProjectFiles): ProjectFiles {
  const rank = (path: string) => (path.startsWith('src/') ? 0 : path === 'Cargo.toml' ? 1 : 2);
  const sorted = Object.entries(files).toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
  return Object.fromEntries(sorted);
}
