'use client';
import type { Feature } from '../page/feature.ts';
import { onPlayground } from '../page/lessonPage.tsx';
import { ArchiveNote } from './ArchiveNote.tsx';
import { DropTarget } from './DropTarget.tsx';
import { useArchiveActions } from './useArchiveActions.ts';

/** Bringing a project, and taking it home. A lesson's files are its own, and can only be taken. */
export const archive: Feature = {
  id: 'archive',
  parts: { status: onPlayground(ArchiveNote), overlay: onPlayground(DropTarget) },
  useActions: useArchiveActions,
};
