'use client';
import { TextButton } from '../../ui/TextButton.tsx';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/** Whether the browser has what was typed. That it is 300 ms behind while one types is not worth a word. */
export function DraftStatus() {
  const keeping = useWorkspace((state) => state.keeping);
  const problem = useWorkspace((state) => state.draftProblem);
  const dismiss = useWorkspace((state) => state.dismissDraftProblem);
  if (problem)
    return (
      <span className="flex min-w-0 items-center gap-2 font-medium text-warn" role="status">
        <span className="truncate" title={problem.message}>
          {problem.message}
        </span>
        <TextButton onClick={dismiss}>Dismiss</TextButton>
      </span>
    );
  if (keeping === 'loading' || keeping === 'unedited') return null;
  return (
    <span className="phone:hidden" title="Your changes are saved in this browser as you type">
      Saved in this browser
    </span>
  );
}
