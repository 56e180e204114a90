'use client';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useSession } from '../session/SessionProvider.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useTyping } from './typingStore.ts';
import { typingText } from './typingText.ts';

/** What goes on in the background, and what came of Format and Lint. */
export function TypingStatus() {
  const files = useWorkspace((state) => state.files);
  const postgres = useWorkspace((state) => state.postgres);
  const pgrx = useWorkspace((state) => state.pgrx);
  const starter = useWorkspace((state) => state.starter);
  const cancel = useSession((state) => state.cancelBackground);
  const note = useTyping((state) => state.note);
  const request = useMemo(() => {
    const answer = toRunRequest({ files, postgres, pgrx, starter, sql: '' });
    return answer.ok ? answer.value : null;
  }, [files, postgres, pgrx, starter]);
  const said = useSession(useShallow((state) => typingText(state, request)));
  const text = said?.canCancel ? said.text : (note ?? said?.text ?? '');
  return (
    <span
      role="status"
      className={`min-w-0 truncate ${!note && said?.isWarning ? 'text-warn' : ''}`}
      title={text}
    >
      {text}
      {said?.canCancel && (
        <>
          {' · '}
          <TextButton onClick={cancel}>Cancel</TextButton>
        </>
      )}
    </span>
  );
}
