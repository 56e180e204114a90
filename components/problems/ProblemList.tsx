import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Action } from '../page/action.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { scriptDocument } from '../workspace/documents.ts';
import type { Problem } from './problem.ts';

const looks: Record<Problem['severity'], { icon: LucideIcon; name: string; tone: string }> = {
  error: { icon: CircleX, name: 'Error', tone: 'text-bad' },
  warning: { icon: TriangleAlert, name: 'Warning', tone: 'text-warn' },
  note: { icon: Info, name: 'Note', tone: 'text-muted' },
  help: { icon: Info, name: 'Help', tone: 'text-muted' },
};

interface ProblemListProps {
  problems: readonly Problem[];
  onReveal: (document: string, line: number, column: number) => void;
  /** What mends all problems of a code at once. */
  mending: (code: string | null) => Action | null;
}

/** All that is to be mended, each with the way to its place. */
export function ProblemList({ problems, onReveal, mending }: ProblemListProps) {
  const mendings = new Set(problems.flatMap(({ code }) => mending(code) ?? []));
  return (
    <ul className="py-1">
      {[...mendings].map(({ id, name, perform }) => (
        <li key={id} className="px-3 py-0.5">
          <TextButton onClick={perform}>{name}…</TextButton>
        </li>
      ))}
      {problems.map(({ severity, message, code, document, line, column }, index) => {
        const { icon: Icon, name, tone } = looks[severity];
        const shown = document === scriptDocument ? 'script.sql' : document;
        const row = (
          <>
            <Icon aria-label={name} size={14} className={`mt-[3px] shrink-0 ${tone}`} />
            <span className="line-clamp-3 min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
              {message}
            </span>
            {code && <span className="font-mono text-faint text-small leading-5">{code}</span>}
            {shown && line !== null && (
              <span className="ml-auto shrink-0 font-mono text-muted text-small leading-5">
                {shown}:{line}
              </span>
            )}
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={index}>
            {document && line !== null ? (
              <button
                type="button"
                onClick={() => onReveal(document, line, column ?? 1)}
                className="flex w-full gap-2 px-3 py-0.5 text-left hover:bg-hover pointer-coarse:py-2"
              >
                {row}
              </button>
            ) : (
              <div className="flex gap-2 px-3 py-0.5">{row}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
