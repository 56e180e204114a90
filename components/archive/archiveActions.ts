import type { PackageFormat } from '../../protocol/packageMessages.ts';
import type { Action } from '../page/action.ts';
import type { Archives } from './useArchives.ts';

/** Bringing a project, and taking it home. A lesson's files are its own, and can only be taken. */
export function archiveActions(
  { choose, download }: Archives,
  pack: (format: PackageFormat) => void,
  isLesson: boolean,
): Action[] {
  const group = 'Files';
  const into: Action = { id: 'import', name: 'Import an archive or files …', group, perform: choose };
  return [
    ...(isLesson ? [] : [into]),
    { id: 'download-tar', name: 'Take it home as .tar.gz', group, perform: () => void download('tar.gz') },
    { id: 'download-zip', name: 'Take it home as .zip', group, perform: () => void download('zip') },
    {
      id: 'package-tar',
      name: 'Package of cargo pgrx package, as .tar.gz',
      group,
      perform: () => pack('tar.gz'),
    },
    { id: 'package-deb', name: 'Package for Debian, as .deb', group, perform: () => pack('deb') },
  ];
}
