'use client';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { ShownLink } from './shareStore.ts';

/** The link, copied or to be copied by hand, and what is kept under it. */
export function SharedNote({ link, copied }: { link: ShownLink; copied: boolean | null }) {
  return (
    <div className="space-y-2">
      <p role="status" className="font-medium">
        {copied === false
          ? 'Here is the link. The browser does not let this page copy it: select it and copy it yourself.'
          : link.already
            ? 'All of this has a link already, which was copied.'
            : 'The link was copied.'}
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
        <CopyButton label="Copy the link" text={() => link.address} />
      </div>
      <p className="text-muted">
        {link.recorded ? 'What Postgres said is kept with it.' : 'No result is kept with it.'} It never
        changes: what you edit from here on gets a link of its own.
      </p>
      {!link.remembered && (
        <p className="text-warn">
          The browser does not let this site remember it, so it will not be possible to delete it from here.
        </p>
      )}
      <a
        className="rounded text-pg underline underline-offset-2"
        href={`/s/${link.id}`}
        target="_blank"
        rel="noopener"
      >
        Open it in a new tab
      </a>
    </div>
  );
}
