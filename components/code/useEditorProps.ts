import { useMemo } from 'react';
import type { EditorProps, EditorTest } from '../editor/editorProps.ts';
import { useLanguageState } from '../languageServer/LanguageProvider.tsx';
import { useLayout } from '../page/layoutStore.ts';
import { useRun } from '../page/useRun.ts';
import { useNextProblem } from '../problems/useNextProblem.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { checkedAfterRun } from '../session/state/checkedAfterRun.ts';
import { diagnosticsOf, sqlErrorsOf, testErrorsOf } from '../session/state/runParts.ts';
import { useTestItems } from '../testRunner/useTestItems.ts';
import { useTests } from '../testRunner/useTests.ts';

/** What both editors are told of the last run, and what their keys lead to. */
export function useEditorProps(): Omit<EditorProps, 'pane'> {
  const events = useSession((state) => state.current?.events);
  const request = useSession((state) => state.current?.request ?? null);
  const items = useTestItems();
  const commands = useTests();
  const language = useLanguageState((state) => state.client);
  const checked = useSession(checkedAfterRun);
  const onRun = useRun();
  const onNextProblem = useNextProblem();
  const tests = useMemo(
    () =>
      items.flatMap(({ kind, name, file, line, made, status }) => {
        // At the call of a macro there may be a dozen.
        if (kind === 'regress' || made || file === null || line === null) return [];
        return { name, file, line, status: status === 'passed' || status === 'failed' ? status : 'other' };
      }) satisfies EditorTest[],
    [items],
  );
  return useMemo(
    () => ({
      tests,
      onRunTest: (name: string) => commands.runTests([name]),
      language,
      findings: [
        {
          diagnostics: checked ? [] : diagnosticsOf(events ?? []),
          sqlErrors: [...sqlErrorsOf(events ?? []), ...testErrorsOf(events ?? [])],
          request,
        },
        ...(checked
          ? [{ diagnostics: diagnosticsOf(checked.events), sqlErrors: [], request: checked.request }]
          : []),
      ],
      onRun,
      onNextProblem,
      onCommands: () => useLayout.setState({ dialog: 'palette' }),
    }),
    [events, request, checked, language, tests, commands, onRun, onNextProblem],
  );
}
