import type { RunEventOf } from '../../../protocol/events/events.ts';
import { LongText } from '../../ui/text/LongText.tsx';
import { InlineCode } from '../article/InlineCode.tsx';
import { meaningOf } from './checkReport.ts';
import { shortfallLines } from './shortfallLines.ts';

const looks = {
  expected: { name: 'expected', className: 'bg-pg-soft' },
  came: { name: 'got', className: 'bg-bad-soft' },
  both: { name: '', className: '' },
};

/** Longer answers are folded away whole: nobody reads a diff of them in a corner. */
const shownLines = 40;

/** What a failed check wanted and what it got. */
export function CheckShortfall({ event }: { event: RunEventOf<'lessonCheck'> }) {
  const { message, sql, expected, got } = event;
  const lines = shortfallLines(expected ?? '', got ?? '');
  const meaning = meaningOf(got ?? '');
  return (
    <div className="mt-1 space-y-1.5">
      {message && (
        <p>
          <InlineCode text={message} />
        </p>
      )}
      {meaning && <p className="text-warn">{meaning}</p>}
      {sql && <pre className="overflow-x-auto whitespace-pre-wrap text-pg">{sql}</pre>}
      <dl className="overflow-hidden rounded-sm border border-line font-mono text-[12.5px]">
        {lines.slice(0, shownLines).map(({ side, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an answer never move
          <div key={index} className={`flex gap-2 px-2 ${looks[side].className}`}>
            <dt className="w-[8ch] shrink-0 text-muted">
              <span className={lines[index - 1]?.side === side ? 'sr-only' : ''}>{looks[side].name}</span>
            </dt>
            <dd className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
        {got === '' && (
          <div className="flex gap-2 bg-bad-soft px-2">
            <dt className="w-[8ch] shrink-0 text-muted">got</dt>
            <dd className="text-muted italic">nothing</dd>
          </div>
        )}
      </dl>
      {lines.length > shownLines && (
        <LongText text={got ?? ''} lines={1} className="font-mono text-[12.5px]" />
      )}
    </div>
  );
}
