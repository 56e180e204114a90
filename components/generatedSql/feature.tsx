'use client';
import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import type { Feature } from '../page/feature.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { GeneratedSqlTab } from './GeneratedSqlTab.tsx';
import { useShowSqlOfCaret } from './useShowSqlOfCaret.ts';

/** The SQL that pgrx has made. */
export const generatedSql: Feature = {
  id: 'generatedSql',
  tabs: [
    {
      id: 'generatedSql',
      name: 'Generated SQL',
      Content: GeneratedSqlTab,
      useText: () => useSession((state) => state.generated?.sql ?? ''),
    },
  ],
  useActions: useGeneratedSqlActions,
};

function useGeneratedSqlActions(): Action[] {
  const showSqlOfCaret = useShowSqlOfCaret();
  return useMemo(() => {
    const group = 'Go to';
    return [{ id: 'caretSql', name: 'Show generated SQL for current line', group, perform: showSqlOfCaret }];
  }, [showSqlOfCaret]);
}
