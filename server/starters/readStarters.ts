import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectFiles } from '../../protocol/project.ts';
import { type StarterProject, starterList } from '../../protocol/starter.ts';
import { completeProject } from '../build/project/completeProject.ts';
import { inReadingOrder } from './inReadingOrder.ts';
import { readStarter } from './readStarter.ts';

/**
 * The projects to begin with, in the order of `starters.json`. Each folder has a project's files and two more:
 * `script.sql` runs beside it, and `expected.txt` is what Postgres then says, for the tests. What all of them have alike,
 * Cargo.toml and the control file, comes from the starter crate `base`.
 */
export async function readStarters(folder: string, base: ProjectFiles): Promise<StarterProject[]> {
  const list = starterList.parse(JSON.parse(await readFile(join(folder, 'starters.json'), 'utf8')));
  return Promise.all(
    list.map(async (entry) => {
      const {
        'script.sql': sql = '',
        'expected.txt': _expected,
        ...files
      } = await readStarter(join(folder, entry.name));
      return { ...entry, files: inReadingOrder(completeProject(files, base)), sql };
    }),
  );
}
