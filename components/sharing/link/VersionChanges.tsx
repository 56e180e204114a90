import type { VersionChange } from '../../../protocol/snippet.ts';

/** What a run here is made with that the recorded one was not. */
export function VersionChanges({ changes }: { changes: readonly VersionChange[] }) {
  if (changes.length === 0) return null;
  return (
    <p className="mt-1 w-fit rounded-sm border-warn border-l-2 bg-warn-soft px-2 py-0.5 [overflow-wrap:anywhere]">
      This server runs other versions. Results may differ.{' '}
      {changes
        .map(({ what, was, is }) => `${what} ${is ?? 'isn’t available on this server'} (was ${was})`)
        .join(', ')}
      .
    </p>
  );
}
