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
            ? 'The solution takes the place of your code; you can undo that. '
            : 'The code that the lesson begins with takes the place of yours; you can undo that. '}
          <TextButton ref={first} onClick={() => replace(asking)}>
            {asking === 'solution' ? 'put it into the editor' : 'begin again'}
          </TextButton>
          {asking === 'solution' && (
            <>
              {' · '}
              <TextButton onClick={() => useDock.setState({ solutionShown: !solutionShown })}>
                {solutionShown ? 'hide it' : 'only show it'}
              </TextButton>
            </>
          )}
          {' · '}
          <TextButton onClick={close}>leave it</TextButton>
        </p>
      )}
      {asking === 'solution' && solutionShown && <SolutionView />}
      {replaced && canUndo && (
        <p role="status" className="bg-warn-soft px-2 py-1">
          {replaced === 'solution' ? 'The solution is in the editor.' : 'The lesson begins again.'}{' '}
          <TextButton
            onClick={() => {
              workspace.getState().undoReset();
              useDock.setState({ replaced: null });
            }}
          >
            undo: my code
          </TextButton>
        </p>
      )}
    </>
  );
}
