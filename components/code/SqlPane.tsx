'use client';
import { Editor } from '../editor/Editor.tsx';
import { PaneHeader } from '../ui/PaneHeader.tsx';
import { useEditorProps } from './useEditorProps.ts';

/** The script that Run sends to Postgres. */
export function SqlPane() {
  const props = useEditorProps();
  return (
    <section aria-label="SQL" className="flex h-full flex-col bg-pane">
      <PaneHeader className="phone:hidden">
        <h2 className="font-medium text-pg">script.sql</h2>
      </PaneHeader>
      <div className="min-h-0 flex-1">
        <Editor pane="script" {...props} />
      </div>
    </section>
  );
}
