'use client';
import { TextButton } from '../../ui/TextButton.tsx';
import { useWorkspace, useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { useLesson } from '../LessonProvider.tsx';
import { lostFiles } from './lostFiles.ts';

/** Says that a file which the lesson cannot do without is gone or empty, and brings it back. */
export function LostFilesNote() {
  const lesson = useLesson();
  const workspace = useWorkspaceStore();
  const files = useWorkspace((state) => state.files);
  if (!lesson) return null;
  const lost = lostFiles(lesson.start.files, files);
  if (lost.length === 0) return null;
  const bringBack = () => {
    const { add, edit, open } = workspace.getState();
    for (const path of lost) {
      const text = lesson.start.files[path] ?? '';
      if (path in workspace.getState().files) edit(path, text);
      else add(path, text);
    }
    open(lost[0] ?? '');
  };
  return (
    <p role="status" className="bg-warn-soft px-2 py-1">
      {lost.join(' and ')} {lost.length === 1 ? 'is' : 'are'} missing or empty, and the lesson needs{' '}
      {lost.length === 1 ? 'it' : 'them'}.{' '}
      <TextButton onClick={bringBack}>Restore {lost.length === 1 ? 'file' : 'files'}</TextButton>
    </p>
  );
}
