import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Diagnostic } from '../../protocol/events/events.ts';
import type { Action } from '../page/action.ts';
import type { Remedy } from '../page/remedies/useAddCrate.ts';
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
  /** What mends a compiler error in one step, if anything does. */
  remedyOf: (diagnostic: Diagnostic) => Remedy | null;
  /** What mends all problems of a code at once. */
  mending: (code: string | null) => Action | null;
}

/** Lines of details that are shown; the hover in the editor and the results have all. */
const shownDetails = 4;

/** All that is to be mended, each with the way to its place. */
export function ProblemList({ problems, onReveal, remedyOf, mending }: ProblemListProps) {
  const mendings = new Set(problems.flatMap(({ code }) => mending(code) ?? []));
  return (
    <ul className="py-1">
      {[...mendings].map(({ id, name, perform }) => (
        <li key={id} className="px-3 py-0.5">
          <TextButton onClick={perform}>{name}…</TextButton>
        </li>
      ))}
      {problems.map(({ severity, message, details, code, document, line, column, diagnostic }, index) => {
        const remedy = diagnostic && remedyOf(diagnostic);
        const { icon: Icon, name, tone } = looks[severity];
        const shown = document === scriptDocument ? 'script.sql' : document;
        const row = (
          <>
            <Icon aria-label={name} size={14} className={`mt-[3px] shrink-0 ${tone}`} />
            <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
              <span className="line-clamp-3">
                {message}
                {code && <span className="ml-2 font-mono text-faint text-small">{code}</span>}
              </span>
              {details.length > 0 && (
                <span className="line-clamp-5 text-muted">{details.slice(0, shownDetails).join('\n')}</span>
              )}
            </span>
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
            {remedy && (
              <p className="pb-1 pl-[34px]">
                <TextButton onClick={remedy.perform}>{remedy.name}</TextButton>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
