'use client';
import { useCallback } from 'react';
import { GeneratedSqlPane } from '../generatedSql/GeneratedSqlPane.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useCaretEntity } from './useCaretEntity.ts';
import { useReveal } from './useReveal.ts';

/** The SQL that pgrx has made, in the bottom panel. */
export function GeneratedSqlTab() {
  const generated = useSession((state) => state.generated);
  const caret = useCaretEntity();
  const files = useWorkspace((state) => state.files);
  const reveal = useReveal();
  const isFile = useCallback((path: string) => path in files, [files]);
  if (!generated)
    return (
      <p className="px-3 py-2 text-muted">
        The SQL that pgrx generates appears here after a run, with links to the Rust source.
      </p>
    );
  const { sql, before } = generated;
  return <GeneratedSqlPane sql={sql} before={before} caret={caret} isFile={isFile} onReveal={reveal} />;
}

/** What "Copy this text" copies. */
export const useGeneratedSqlText = () => useSession((state) => state.generated?.sql ?? '');
