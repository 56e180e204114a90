import { CopyButton } from '../ui/CopyButton.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';

/** What the code, or a worker of it, wrote into Postgres's log during the run. */
export function ServerLogBlock({ text }: { text: string }) {
  return (
    <div className="space-y-1">
      <p className="flex items-center gap-1 text-muted">
        Server log
        <CopyButton label="Copy server log" text={() => text} />
      </p>
      <ScrollRegion
        as="section"
        aria-label="Server log of this run"
        className="max-h-[min(40vh,20rem)] w-fit max-w-full overflow-auto rounded-sm border border-line bg-pane px-2 py-1"
      >
        <pre>{text.trimEnd()}</pre>
      </ScrollRegion>
    </div>
  );
}
