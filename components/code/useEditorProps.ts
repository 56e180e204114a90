import { useMemo } from 'react';
import type { EditorProps, EditorTest } from '../editor/editorProps.ts';
import { useLanguageState } from '../languageServer/LanguageProvider.tsx';
import { useAddCrate } from '../page/remedies/useAddCrate.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { checkedAfterRun } from '../session/state/checkedAfterRun.ts';
import { abnormalEndsOf, diagnosticsOf, sqlErrorsOf, testErrorsOf } from '../session/state/runParts.ts';
import { useTestCommands } from '../testRunner/useTestCommands.ts';
import { useTestItems } from '../testRunner/useTestItems.ts';

/** What both editors are told of the last run. */
export function useEditorProps(): Omit<EditorProps, 'pane'> {
  const events = useSession((state) => state.current?.events);
  const request = useSession((state) => state.current?.request ?? null);
  const items = useTestItems();
  const { runTests } = useTestCommands();
  const language = useLanguageState((state) => state.client);
  const remedyOf = useAddCrate();
  const checked = useSession(checkedAfterRun);
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
      remedyOf,
      onRunTest: (name: string) => runTests([name]),
      language,
      findings: [
        {
          diagnostics: checked ? [] : diagnosticsOf(events ?? []),
          sqlErrors: [...sqlErrorsOf(events ?? []), ...testErrorsOf(events ?? [])],
          abnormalEnds: abnormalEndsOf(events ?? []),
          request,
        },
        ...(checked
          ? [
              {
                diagnostics: diagnosticsOf(checked.events),
                sqlErrors: [],
                abnormalEnds: [],
                request: checked.request,
              },
            ]
          : []),
      ],
    }),
    [events, request, checked, language, tests, runTests, remedyOf],
  );
}
