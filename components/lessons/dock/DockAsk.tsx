'use client';
import { useEffect, useRef } from 'react';
import { TextButton } from '../../ui/TextButton.tsx';
import { useWorkspace, useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { useDock } from './dockStore.ts';
import { SolutionView } from './SolutionView.tsx';
import { useReplaceCode } from './useReplaceCode.ts';

/** What stands before the solution or the lesson's start takes the place of one's code, and the way back after it. */
export function DockAsk() {
  const { asking, solutionShown, replaced } = useDock();
  const workspace = useWorkspaceStore();
  const canUndo = useWorkspace((state) => state.beforeReset !== null);
  const replace = useReplaceCode();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) first.current?.focus();
  }, [asking]);
  const close = () => useDock.setState({ asking: null, solutionShown: false });
  return (
    <>
      {asking && (
        <p role="status" className="bg-warn-soft px-2 py-1">
          {asking === 'solution'
            ? 'The solution replaces your code. You can undo this. '
            : 'The lesson’s starting code replaces your code. You can undo this. '}
          <TextButton ref={first} onClick={() => replace(asking)}>
            {asking === 'solution' ? 'Replace my code' : 'Reset my code'}
          </TextButton>
          {asking === 'solution' && (
            <>
              {' · '}
              <TextButton onClick={() => useDock.setState({ solutionShown: !solutionShown })}>
                {solutionShown ? 'Hide solution' : 'Show solution only'}
              </TextButton>
            </>
          )}
          {' · '}
          <TextButton onClick={close}>Cancel</TextButton>
        </p>
      )}
      {asking === 'solution' && solutionShown && <SolutionView />}
      {replaced && canUndo && (
        <p role="status" className="bg-warn-soft px-2 py-1">
          {replaced === 'solution' ? 'The solution is in the editor.' : 'Lesson reset.'}{' '}
          <TextButton
            onClick={() => {
              workspace.getState().undoReset();
              useDock.setState({ replaced: null });
            }}
          >
            Undo
          </TextButton>
        </p>
      )}
    </>
  );
}
