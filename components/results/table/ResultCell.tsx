import { isCut } from './isCut.ts';

interface ResultCellProps {
  value: string | null;
  numeric: boolean;
  /** Lines that it may take; one line has no line ends. */
  lines: 1 | 2 | 8;
  /** Whether it is the one cell of its grid that Tab reaches. */
  active: boolean;
}

/** As much of a value as a cell can show; opened, it is there whole. */
const shownLength = 600;

const folds = {
  1: 'truncate whitespace-pre',
  2: 'line-clamp-2 whitespace-pre-wrap [overflow-wrap:anywhere]',
  8: 'line-clamp-8 whitespace-pre-wrap [overflow-wrap:anywhere]',
};

/** One value. NULL is a word in another voice, an empty string is empty; no value can turn its neighbours' direction. */
export function ResultCell({ value, numeric, lines, active }: ResultCellProps) {
  return (
    <td
      tabIndex={active ? 0 : undefined}
      className={`cursor-pointer border-line border-r border-b px-2 py-0.5 align-top [unicode-bidi:isolate] last:border-r-0 ${numeric ? 'text-right' : ''}`}
    >
      {value === null ? (
        <span className="text-faint italic">null</span>
      ) : (
        <div className={`min-h-5 ${folds[lines]}`}>
          {isCut(value) && <span className="text-warn italic">cut </span>}
          {clip(lines === 1 ? value.replace(/\r\n|\r|\n/g, '⏎') : value)}
        </div>
      )}
    </td>
  );
}

function clip(value: string): string {
  return value.length > shownLength ? `${value.slice(0, shownLength)}…` : value;
}
