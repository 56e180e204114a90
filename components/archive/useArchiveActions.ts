import { useMemo } from 'react';
import type { PackageFormat } from '../../protocol/messages/packageMessages.ts';
import type { Action } from '../page/action.ts';
import { useIsLesson } from '../page/lessonPage.tsx';
import { type Archives, useArchives } from './useArchives.ts';
import { usePackage } from './usePackage.ts';

/** Bringing a project, and taking it home. A lesson's files are its own, and can only be taken. */
export function useArchiveActions(): Action[] {
  const archives = useArchives();
  const pack = usePackage();
  const isLesson = useIsLesson();
  return useMemo(() => archiveActions(archives, pack, isLesson), [archives, pack, isLesson]);
}

function archiveActions(
  { choose, download }: Archives,
  pack: (format: PackageFormat) => Promise<void>,
  isLesson: boolean,
): Action[] {
  const group = 'Files';
  const into: Action = {
    id: 'import',
    name: 'Import archive or files…',
    group,
    inMenu: true,
    perform: choose,
  };
  return [
    ...(isLesson ? [] : [into]),
    {
      id: 'download-tar',
      name: 'Download project (.tar.gz)',
      group,
      inMenu: true,
      perform: () => void download('tar.gz'),
    },
    {
      id: 'download-zip',
      name: 'Download project (.zip)',
      group,
      inMenu: true,
      perform: () => void download('zip'),
    },
    {
      id: 'package-tar',
      name: 'Build package (.tar.gz)',
      group,
      perform: () => void pack('tar.gz'),
    },
    { id: 'package-deb', name: 'Build Debian package (.deb)', group, perform: () => void pack('deb') },
  ];
}
