'use client';
import { Fragment, memo, useMemo } from 'react';
import { countOf } from '../format/countOf.ts';
import { lineChunks } from './lineChunks.ts';
import { onlyColours } from './onlyColours.ts';
import { styledLine } from './styledLine.ts';

/** Lines drawn at most; a build that says more is read from its end. */
const shownLines = 3000;

interface OutputTextProps {
  text: string;
  isFile: (path: string) => boolean;
  onReveal: (file: string, line: number, column: number) => void;
}

/** A program's output: its colours, and places in the project's files that can be gone to. */
export function OutputText({ text, isFile, onReveal }: OutputTextProps) {
  const { chunks, dropped } = useMemo(() => lineChunks(onlyColours(text), shownLines), [text]);
  return (
    <pre className="w-max min-w-full px-3 py-2 leading-[18px]">
      {dropped > 0 && (
        <span className="text-faint">
          {countOf(dropped, 'earlier line')} not shown; a copy includes them all.{'\n'}
        </span>
      )}
      {chunks.map((chunk) => (
        <Chunk key={chunk.start} text={chunk.text} isFile={isFile} onReveal={onReveal} />
      ))}
    </pre>
  );
}

/** Lines never move and never change, so their numbers are their keys. */
const Chunk = memo(function Chunk({ text, isFile, onReveal }: OutputTextProps) {
  const lines = text.split('\n');
  return (
    <span
      className="block [content-visibility:auto]"
      style={{ containIntrinsicSize: `auto 60ch auto ${lines.length * 18}px` }}
    >
      {lines.map((line, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Fragment key={number}>
          {styledLine(line, isFile).map(({ text: piece, className, location }, index) =>
            location ? (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={index}
                type="button"
                className={`${className} rounded underline underline-offset-2 hover:bg-hover`}
                onClick={() => onReveal(location.file, location.line, location.column)}
              >
                {piece}
              </button>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <span key={index} className={className}>
                {piece}
              </span>
            ),
          )}
          {'\n'}
        </Fragment>
      ))}
    </span>
  );
});
