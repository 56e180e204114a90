'use client';
import { useEffect, useRef, useState } from 'react';
import { countOf } from '../ui/format/countOf.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { libraryPath } from '../workspace/documents.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { CodeArea } from './CodeArea.tsx';
import { foldLines, lineCount } from './foldLines.ts';
import { placeCaret } from './placeCaret.ts';

interface EmbedCodeProps {
  shown: readonly [number, number] | null;
  readOnly: boolean;
  onRun: () => void;
}

/** The Rust sources, one at a time; of the library, what is around the lines to show is folded. */
export function EmbedCode({ shown, readOnly, onRun }: EmbedCodeProps) {
  const files = useWorkspace((state) => state.files);
  const active = useWorkspace((state) => state.active);
  const open = useWorkspace((state) => state.open);
  const edit = useWorkspace((state) => state.edit);
  const reveal = useWorkspace((state) => state.reveal);
  const area = useRef<HTMLTextAreaElement>(null);
  const [around, setAround] = useState(() => foldLines(files[libraryPath] ?? '', shown));
  const whole = files[active] ?? '';
  const { before, after } = active === libraryPath ? around : { before: '', after: '' };
  const hidden = lineCount(before) + lineCount(after);
  const sources = Object.keys(files).filter((path) => path.endsWith('.rs'));

  useEffect(() => {
    if (reveal && area.current) placeCaret(area.current, reveal.line - lineCount(before), reveal.column);
  }, [reveal, before]);

  return (
    <section aria-label="Code" className="bg-(--editor-bg)">
      {sources.length > 1 && (
        <div className="flex flex-wrap gap-1 border-line border-b bg-pane px-2 py-1">
          {sources.map((path) => (
            <button
              key={path}
              type="button"
              aria-pressed={path === active}
              onClick={() => open(path)}
              className="rounded px-1.5 py-0.5 text-muted hover:bg-hover aria-pressed:bg-hover aria-pressed:text-ink"
            >
              {path}
            </button>
          ))}
        </div>
      )}
      {hidden > 0 && (
        <p className="px-3 pt-1.5 text-small">
          <TextButton onClick={() => setAround({ before: '', text: '', after: '' })}>
            Show {countOf(hidden, 'hidden line', 'hidden lines')}
          </TextButton>
        </p>
      )}
      <div className="max-h-[30rem] overflow-auto">
        <CodeArea
          key={active}
          label={`${active}, Rust`}
          language="rust"
          text={whole.slice(before.length, whole.length - after.length)}
          readOnly={readOnly}
          onEdit={(text) => edit(active, before + text + after)}
          onRun={onRun}
          area={area}
        />
      </div>
    </section>
  );
}
