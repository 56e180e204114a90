import { errorExcerpt } from './errorExcerpt.ts';

interface ExcerptProps {
  statement: string;
  position: number;
  onReveal?: () => void;
}

/** The line with the error, a caret below the place, as psql draws it. */
export function Excerpt({ statement, position, onReveal }: ExcerptProps) {
  const { line, text, indent } = errorExcerpt(statement, position);
  const lead = `LINE ${line}: `;
  const drawing = (
    <pre className="w-fit max-w-full overflow-x-auto">
      <span className="text-faint">{lead}</span>
      {text}
      {'\n'}
      <span className="text-bad">{' '.repeat(lead.length + indent)}^</span>
    </pre>
  );
  if (!onReveal) return drawing;
  return (
    <button
      type="button"
      title="Go to this position in the SQL"
      onClick={onReveal}
      className="block max-w-full rounded text-left hover:bg-hover"
    >
      {drawing}
    </button>
  );
}
