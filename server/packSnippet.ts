import { packProject } from '../archive/packProject.ts';
import type { ProjectFiles } from '../protocol/project.ts';
import { completeProject } from './build/completeProject.ts';
import type { PackSnippet } from './sessions/packSnippet.ts';

/** An archive has the lock file that the link was made with, so that the same crates are compiled at home. */
export function snippetPacker(starter: ProjectFiles): PackSnippet {
  return ({ files, sql, postgres, lock, madeWith }, format) => {
    const complete = completeProject({ 'Cargo.lock': lock, ...files }, starter);
    return packProject({ files: complete, sql, postgres, pgrx: madeWith.pgrx }, format);
  };
}
