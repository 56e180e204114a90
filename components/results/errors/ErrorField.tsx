import { LongText } from '../../ui/text/LongText.tsx';

/** One of an error's further fields; nothing where Postgres sent none. A long one, such as a backtrace, is folded. */
export function ErrorField({ name, text }: { name: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-mono text-faint text-small leading-5">{name}</span>
      <div className="min-w-0 flex-1 basis-64 text-muted">
        <LongText text={text} />
      </div>
    </div>
  );
}
