import { LongText } from '../../ui/text/LongText.tsx';

interface ErrorFieldProps {
  name: string;
  text: string | null | undefined;
  /** What the last line of the text counts. */
  frames?: string | undefined;
}

/** One of an error's further fields; nothing where Postgres sent none. A long one, such as a backtrace, is folded. */
export function ErrorField({ name, text, frames }: ErrorFieldProps) {
  if (!text) return null;
  const end = frames ? text.lastIndexOf('\n') : -1;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-mono text-faint text-small leading-5">{name}</span>
      <div className="min-w-0 flex-1 basis-64 text-muted">
        <LongText text={end < 0 ? text : text.slice(0, end)} />
        {end >= 0 && (
          <details>
            <summary className="w-fit rounded text-faint underline decoration-line-strong underline-offset-2 hover:text-ink">
              {text.slice(end).trim()}
            </summary>
            <pre className="max-h-80 overflow-auto">{frames}</pre>
          </details>
        )}
      </div>
    </div>
  );
}
