import type { ProjectFiles, RunRequest } from '../../protocol/project.ts';

/** The project with the lock file that the request has for it, whatever its mode. One of its own stands. */
export function lockedFiles({ files, lock }: Pick<RunRequest, 'files' | 'lock'>): ProjectFiles {
  return lock === undefined || 'Cargo.lock' in files ? files : { ...files, 'Cargo.lock': lock };
}
