import { useMemo } from 'react';
import type { EditorProps } from '../editor/editorProps.ts';
import { diagnosticsOf, sqlErrorsOf } from '../session/runParts.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useLayout } from './layoutStore.ts';
import { useNextProblem } from './useNextProblem.ts';
import { useRun } from './useRun.ts';

/** What both editors are told of the last run, and what their keys lead to. */
export function useEditorProps(): Omit<EditorProps, 'pane'> {
  const events = useSession((state) => state.current?.events);
  const request = useSession((state) => state.current?.request ?? null);
  const onRun = useRun();
  const onNextProblem = useNextProblem();
  return useMemo(
    () => ({
      diagnostics: diagnosticsOf(events ?? []),
      sqlErrors: sqlErrorsOf(events ?? []),
      request,
      onRun,
      onNextProblem,
      onCommands: () => useLayout.setState({ dialog: 'palette' }),
    }),
    [events, request, onRun, onNextProblem],
  );
}
