import type { SqlEntity } from '../session/sqlEntities.ts';
import { countOf } from '../ui/format/countOf.ts';
import { TextButton } from '../ui/TextButton.tsx';
import type { ChangedItem } from './changeSummary.ts';

/** So many names fit into a line that is read at a glance. */
const namedItems = 8;

const signs = { added: '+', removed: '−', changed: '~' };
const words = { added: 'added', removed: 'removed', changed: 'changed' };

interface ChangeBarProps {
  /** Null where there was no build before to compare with. */
  items: readonly ChangedItem[] | null;
  /** The item that the caret is in. */
  caret: SqlEntity | null;
  onShowRow: (row: number) => void;
  onShowCaret: () => void;
}

/** What the last build changed, and the way to the SQL of the line that one is in. */
export function ChangeBar({ items, caret, onShowRow, onShowCaret }: ChangeBarProps) {
  return (
    <div className="flex min-h-7 shrink-0 flex-wrap items-center gap-x-3 border-line border-b px-3 py-0.5 text-muted text-small">
      <span>
        {items === null
          ? 'Changes appear here after the next build.'
          : items.length === 0
            ? 'No changes since the previous build.'
            : 'Since the previous build:'}
      </span>
      {items?.slice(0, namedItems).map(({ name, change, row }) => (
        <TextButton
          key={row}
          aria-label={`${name}, ${words[change]}`}
          title={`Go to ${name} (${words[change]})`}
          className="max-w-60 truncate font-mono"
          onClick={() => onShowRow(row)}
        >
          {signs[change]} {name}
        </TextButton>
      ))}
      {items && items.length > namedItems && (
        <span>and {countOf(items.length - namedItems, 'item')} more</span>
      )}
      {caret && (
        <span className="ml-auto">
          <TextButton onClick={onShowCaret}>SQL for current line</TextButton>
        </span>
      )}
    </div>
  );
}
