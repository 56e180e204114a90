import type { PackageFormat } from '../../protocol/packageMessages.ts';
import type { Archives } from '../archive/useArchives.ts';
import type { Action } from '../palette/action.ts';

/** Bringing a project, and taking it home. A lesson's files are its own, and can only be taken. */
export function archiveActions(
  { choose, download }: Archives,
  pack: (format: PackageFormat) => void,
  isLesson: boolean,
): Action[] {
  const group = 'Files';
  const into: Action = { id: 'import', name: 'Import archive or files…', group, perform: choose };
  return [
    ...(isLesson ? [] : [into]),
    { id: 'download-tar', name: 'Download project (.tar.gz)', group, perform: () => void download('tar.gz') },
    { id: 'download-zip', name: 'Download project (.zip)', group, perform: () => void download('zip') },
    {
      id: 'package-tar',
      name: 'Build package (.tar.gz)',
      group,
      perform: () => pack('tar.gz'),
    },
    { id: 'package-deb', name: 'Build Debian package (.deb)', group, perform: () => pack('deb') },
  ];
}
