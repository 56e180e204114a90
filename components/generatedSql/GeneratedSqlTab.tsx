'use client';
import { usePage } from '../page/usePage.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { GeneratedSqlPane } from './GeneratedSqlPane.tsx';
import { useCaretEntity } from './useCaretEntity.ts';

/** The SQL that pgrx has made, in the bottom panel. */
export function GeneratedSqlTab() {
  const generated = useSession((state) => state.generated);
  const caret = useCaretEntity();
  const { isFile, reveal } = usePage();
  if (!generated)
    return (
      <p className="px-3 py-2 text-muted">
        The SQL that pgrx generates appears here after a run, with links to the Rust source.
      </p>
    );
  const { sql, before } = generated;
  return <GeneratedSqlPane sql={sql} before={before} caret={caret} isFile={isFile} onReveal={reveal} />;
}
