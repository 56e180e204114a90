'use client';
import { useEffect, useState } from 'react';
import { type ContentInLink, contentInFragment } from '../sharing/address/contentLink.ts';
import { EmbedPlayground } from './EmbedPlayground.tsx';
import type { EmbedOptions } from './embedOptions.ts';

/** The project that the frame's own address holds after its `#`, which no server has seen. */
export function EmbeddedContent({ options }: { options: EmbedOptions }) {
  const [held, setHeld] = useState<ContentInLink | null>(null);
  useEffect(() => {
    const read = () => setHeld(contentInFragment(location.hash.slice(1)));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  if (held === null) return null;
  if (held.kind !== 'content')
    return (
      <main className="px-3 py-2">
        <h1 className="font-medium">Nothing to show</h1>
        <p className="text-muted">
          {held.kind === 'refused' ? held.message : 'The address of this frame contains no snippet.'}
        </p>
      </main>
    );
  const { files, sql, title, postgres, shown } = held.content;
  return (
    <EmbedPlayground
      key={location.hash}
      starter={{ files, sql, title, ...(postgres === undefined ? {} : { postgres }) }}
      shared={null}
      options={{ ...options, shown: shown ?? options.shown }}
    />
  );
}
