/** A text of which more than a few lines are folded away, such as a backtrace in an error's DETAIL. */
export function LongText({
  text,
  lines = 4,
  className = '',
}: {
  text: string;
  lines?: number;
  className?: string;
}) {
  const all = text.split('\n');
  const body = `whitespace-pre-wrap [overflow-wrap:anywhere] ${className}`;
  if (all.length <= lines + 1) return <span className={body}>{text}</span>;
  return (
    <>
      <span className={body}>{all.slice(0, lines).join('\n')}</span>
      <details className="group">
        <summary className="w-fit rounded text-faint underline decoration-line-strong underline-offset-2 hover:text-ink group-open:mb-1">
          {all.length - lines} more lines
        </summary>
        <span className={`${body} block max-h-80 overflow-auto`}>{all.slice(lines).join('\n')}</span>
      </details>
    </>
  );
}
