import type { DiffLine } from './lineDiff.ts';

const looks: Record<DiffLine['kind'], string> = {
  same: 'text-muted',
  added: 'ansi-green',
  removed: 'text-bad',
  place: 'text-pg',
};

/** A unified diff, each line by what it is. */
export function DiffLines({ lines }: { lines: readonly DiffLine[] }) {
  return (
    <pre className="overflow-x-auto rounded-sm bg-sunken px-2 py-1">
      {lines.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
        <span key={index} className={`block ${looks[kind]}`}>
          {text}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
