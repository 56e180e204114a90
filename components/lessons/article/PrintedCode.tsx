'use client';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/** The code on paper, where an editor has only the lines in sight. */
export function PrintedCode() {
  const files = useWorkspace((state) => state.files);
  const sql = useWorkspace((state) => state.sql);
  return (
    <div className="printed">
      {[...Object.entries(files), ['script.sql', sql] as const].map(([path, text]) => (
        <figure key={path}>
          <figcaption>{path}</figcaption>
          <pre>{text}</pre>
        </figure>
      ))}
    </div>
  );
}
