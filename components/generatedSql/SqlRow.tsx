import { memo } from 'react';
import { origin } from '../session/sqlEntities.ts';
import { codeColours } from './codeColours.ts';
import type { Piece } from './highlightCode.ts';
import type { SqlLine } from './sqlChanges.ts';

const changes = {
  added: { sign: '+', name: 'new: ', look: 'bg-pg-soft' },
  removed: { sign: '−', name: 'gone: ', look: 'bg-bad-soft line-through decoration-1' },
};

interface SqlRowProps {
  line: SqlLine;
  pieces: readonly Piece[];
  /** Belongs to the item that the caret is in. */
  marked: boolean;
  isFile: (path: string) => boolean;
  onReveal: (file: string, line: number, column: number) => void;
}

/** A line of the generated SQL; one that tells a place in Rust leads there. */
export const SqlRow = memo(function SqlRow({ line, pieces, marked, isFile, onReveal }: SqlRowProps) {
  const change = line.change && changes[line.change];
  const [, file, rustLine] = (line.change !== 'removed' && origin.exec(line.text)) || [];
  return (
    <div className={`flex h-[18px] w-max min-w-full leading-[18px] ${change?.look ?? ''}`}>
      <span className={`w-1 shrink-0 ${marked ? 'bg-rust' : ''}`} />
      <span aria-hidden className="w-5 shrink-0 select-none text-center text-muted no-underline">
        {change?.sign}
      </span>
      {change && <span className="sr-only">{change.name}</span>}
      <span className="whitespace-pre pr-3 [tab-size:4]">
        {file && isFile(file) ? (
          <button
            type="button"
            title={`Go to ${file}:${rustLine}`}
            onClick={() => onReveal(file, Number(rustLine), 1)}
            className="rounded text-rust underline decoration-from-font underline-offset-2 hover:bg-hover"
          >
            {line.text}
          </button>
        ) : (
          pieces.map(({ text, tone }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line never move
            <span key={index} className={tone ? codeColours[tone] : undefined}>
              {text}
            </span>
          ))
        )}
      </span>
    </div>
  );
});
