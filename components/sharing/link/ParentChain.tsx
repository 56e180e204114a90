import type { Snippet } from '../../../protocol/snippet.ts';

/** So many are shown at once; the rest opens. */
const shownParents = 2;

/** The links that one was made from, the nearest first. */
export function ParentChain({ parents }: Pick<Snippet, 'parents'>) {
  const [near, far] = [parents.slice(0, shownParents), parents.slice(shownParents)];
  if (near.length === 0) return null;
  return (
    <nav aria-label="Copied from" className="min-w-0">
      Copied from <Chain parents={near} />
      {far.length > 0 && (
        <details className="inline">
          <summary className="ml-1 inline rounded underline decoration-dotted underline-offset-2">
            and {far.length} earlier
          </summary>{' '}
          <Chain parents={far} />
        </details>
      )}
    </nav>
  );
}

function Chain({ parents }: Pick<Snippet, 'parents'>) {
  return parents.map(({ id, title }, index) => (
    <span key={id}>
      {index > 0 && ' ← '}
      <a className="rounded text-pg underline underline-offset-2" href={`/s/${id}`}>
        <bdi>{title || 'Untitled'}</bdi>
      </a>
    </span>
  ));
}
