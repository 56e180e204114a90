import { useMemo } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { type SqlEntity, sqlEntities } from '../session/sqlEntities.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { entityAt } from './entityAt.ts';

/** The item of generated SQL that the caret's line of Rust has given; null where there is none. */
export function useCaretEntity(): SqlEntity | null {
  const sql = useSession((state) => state.generated?.sql ?? '');
  const caret = useWorkspace((state) => state.caret);
  const text = useWorkspace((state) => (state.caret ? state.files[state.caret.document] : undefined));
  const entities = useMemo(() => sqlEntities(sql), [sql]);
  if (!caret || text === undefined) return null;
  return entityAt(entities, { file: caret.document, line: caret.line, text });
}
