'use client';
import { type RefObject, useMemo } from 'react';
import { codeColours } from '../generatedSql/codeColours.ts';
import type { CodeLanguage } from '../generatedSql/highlightCode.ts';
import { useHighlighter } from '../generatedSql/useHighlighter.ts';
import './CodeArea.css';

interface CodeAreaProps {
  label: string;
  language: CodeLanguage;
  text: string;
  readOnly: boolean;
  onEdit: (text: string) => void;
  onRun: () => void;
  area?: RefObject<HTMLTextAreaElement | null>;
}

/** A text to be read or written, in colours. A whole editor would be too much for each of a page's many snippets. */
export function CodeArea({ label, language, text: whole, readOnly, onEdit, onRun, area }: CodeAreaProps) {
  // The end of the last line stays out of sight: it would be an empty line more.
  const end = whole.endsWith('\n') ? '\n' : '';
  const text = whole.slice(0, whole.length - end.length);
  const highlight = useHighlighter();
  const lines = useMemo(() => highlight?.(text, language), [highlight, text, language]);
  return (
    <div className="code-area">
      <pre aria-hidden>
        {lines
          ? lines.map((pieces, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
              <span key={line}>
                {pieces.map(({ text: piece, tone }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor has a piece of one
                  <span key={index} className={tone ? codeColours[tone] : undefined}>
                    {piece}
                  </span>
                ))}
                {'\n'}
              </span>
            ))
          : `${text}\n`}
      </pre>
      <textarea
        ref={area}
        aria-label={label}
        value={text}
        readOnly={readOnly}
        rows={1}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        wrap="off"
        onChange={(event) => onEdit(event.target.value + end)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onRun();
        }}
      />
    </div>
  );
}
