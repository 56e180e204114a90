import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFiles } from '../../protocol/project.ts';

const folder = 'test/support/oldProjects';

/** Small extensions as `cargo pgrx new` of an older release begins them, by the release: `pgrx-0.11`. */
export const oldProjects: Record<string, ProjectFiles> = Object.fromEntries(
  readdirSync(folder).map((name) => {
    const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
    const paths = entries.flatMap((entry) => (entry.isFile() ? join(entry.parentPath, entry.name) : []));
    const files = paths.map((path) => [
      path.slice(join(folder, name).length + 1),
      readFileSync(path, 'utf8'),
    ]);
    return [name, Object.fromEntries(files)];
  }),
);
