'use client';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { ShownLink } from './shareStore.ts';

/** The link, copied or to be copied by hand, and what is kept under it. */
export function SharedNote({ link, copied }: { link: ShownLink; copied: boolean | null }) {
  return (
    <div className="space-y-2">
      <p role="status" className="font-medium">
        {copied === false
          ? 'The browser doesn’t let this page copy the link. Select and copy it yourself.'
          : link.already
            ? 'Already shared. The existing link was copied.'
            : 'Link copied.'}
      </p>
      <div className="flex items-center gap-1">
        <input
          readOnly
          aria-label="Link"
          value={link.address}
          // biome-ignore lint/a11y/noAutofocus: what the person has come for, and may have to copy by hand
          autoFocus
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 rounded border border-line-strong bg-sunken px-2 py-1 font-mono text-[12.5px]"
        />
        <CopyButton label="Copy link" text={() => link.address} />
      </div>
      <p className="text-muted">
        {link.recorded ? 'The link includes the result.' : 'The link doesn’t include a result.'} It never
        changes: sharing later edits creates a new link.
      </p>
      {!link.remembered && (
        <p className="text-warn">
          The browser doesn’t let this site store data, so you won’t be able to delete the link from here.
        </p>
      )}
      <a
        className="rounded text-pg underline underline-offset-2"
        href={`/s/${link.id}`}
        target="_blank"
        rel="noopener"
      >
        Open in new tab
      </a>
    </div>
  );
}
