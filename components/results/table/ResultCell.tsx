interface ResultCellProps {
  value: string | null;
  numeric: boolean;
  singleLine: boolean;
}

/** As much of a value as a cell can show; the expanded display has the whole. */
const shownLength = 600;

/** One value. NULL is a word in another voice, an empty string is empty; no value can turn its neighbours' direction. */
export function ResultCell({ value, numeric, singleLine }: ResultCellProps) {
  const fold = singleLine
    ? 'truncate whitespace-pre'
    : 'line-clamp-8 whitespace-pre-wrap [overflow-wrap:anywhere]';
  return (
    <td
      className={`border-line border-r border-b px-2 py-0.5 align-top [unicode-bidi:isolate] last:border-r-0 ${numeric ? 'text-right' : ''}`}
    >
      {value === null ? (
        <span className="text-faint italic">null</span>
      ) : (
        <div className={fold}>{cut(singleLine ? value.replace(/\r\n|\r|\n/g, '⏎') : value)}</div>
      )}
    </td>
  );
}

function cut(value: string): string {
  return value.length > shownLength ? `${value.slice(0, shownLength)}…` : value;
}
