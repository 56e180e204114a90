'use client';
import { Editor } from '../editor/Editor.tsx';
import { PaneHeader } from '../ui/PaneHeader.tsx';
import { useFreshDatabase } from '../workspace/useFreshDatabase.ts';
import { useEditorProps } from './useEditorProps.ts';

/** The script that Run sends to Postgres. */
export function SqlPane() {
  const { fresh, setFresh } = useFreshDatabase();
  const props = useEditorProps();
  return (
    <section aria-label="SQL" className="flex h-full flex-col bg-pane">
      <PaneHeader className="phone:hidden">
        <h2 className="font-medium text-pg">script.sql</h2>
        <label
          className="ml-auto flex min-w-0 items-center gap-1.5 text-muted"
          title="Each run begins with an empty database, and cuts psql and other connections to the old one. Saved with the project and its links."
        >
          <input
            type="checkbox"
            checked={fresh}
            onChange={(event) => setFresh(event.target.checked)}
            className="accent-pg"
          />
          <span className="truncate">Fresh database for each run</span>
        </label>
      </PaneHeader>
      <div className="min-h-0 flex-1">
        <Editor pane="script" {...props} />
      </div>
    </section>
  );
}
