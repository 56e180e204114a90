'use client';
import { useEffect, useState } from 'react';
import { useArchives } from './useArchives.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page, and says so while they are held over it. */
export function DropTarget() {
  const { take } = useArchives();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
      // Before Monaco, which would take the text of a file for itself.
      document.addEventListener(type, handle, { signal: ending.signal, capture: true });
    on('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      void take([...(event.dataTransfer?.files ?? [])]);
    });
    return () => ending.abort();
  }, [take]);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded border-2 border-pg border-dashed bg-canvas/80">
      <p className="rounded bg-pane px-4 py-2">
        Drop an archive to open its project, or files to add to this project.
      </p>
    </div>
  );
}
