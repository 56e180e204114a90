import type { packProject } from '../../archive/packProject.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { Result } from '../../protocol/result.ts';
import { completeProject } from '../build/project/completeProject.ts';
import { starterFor } from '../build/project/starterFor.ts';
import type { PackSnippet } from '../ports/packSnippet.ts';

/** Packs a project elsewhere than on the server's own thread; `key` says whose turn it counts as. */
type PackProject = (
  given: Parameters<typeof packProject>,
  key: string,
) => Promise<Result<Awaited<ReturnType<typeof packProject>>, { message: string }>>;

/** An archive has the lock file that the link was made with, so that the same crates are compiled at home. */
export function snippetPacker(starter: ProjectFiles, packIt: PackProject): PackSnippet {
  return async ({ files, sql, postgres, lock, madeWith }, format, key) => {
    const own = starterFor(starter, madeWith.pgrx);
    const complete = completeProject({ 'Cargo.lock': lock, ...files }, own);
    const packed = await packIt([{ files: complete, sql, postgres, pgrx: madeWith.pgrx }, format], key);
    return packed.ok ? packed.value : null;
  };
}
