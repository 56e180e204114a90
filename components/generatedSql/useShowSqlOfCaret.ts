import { useCallback } from 'react';
import { showTool } from '../page/showTool.ts';
import { useSessionStore } from '../session/SessionProvider.tsx';
import { sqlEntities } from '../session/sqlEntities.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { entityAt } from './entityAt.ts';
import { revealSql } from './sqlReveal.ts';

/** Shows the generated SQL, at what the caret's line of Rust has given. */
export function useShowSqlOfCaret(): () => void {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  return useCallback(() => {
    showTool('generatedSql');
    const { caret, files } = workspace.getState();
    const text = caret ? files[caret.document] : undefined;
    if (!caret || text === undefined) return;
    const entities = sqlEntities(session.getState().generated?.sql ?? '');
    const entity = entityAt(entities, { file: caret.document, line: caret.line, text });
    if (entity) revealSql(entity.from);
  }, [workspace, session]);
}
