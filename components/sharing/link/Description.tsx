import { splitDescription } from './splitDescription.ts';

/** What its author says of a link; a long one unfolds, so that the code keeps its place. */
export function Description({ text }: { text: string }) {
  const [head, rest] = splitDescription(text);
  const look = 'mt-1 max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:isolate]';
  if (rest === '') return head && <p className={look}>{head}</p>;
  return (
    <details className={`${look} group`}>
      <summary className="list-none rounded">
        {head}
        <span className="ml-1 text-muted underline decoration-dotted underline-offset-2 group-open:hidden">
          more
        </span>
      </summary>
      {rest}
    </details>
  );
}
