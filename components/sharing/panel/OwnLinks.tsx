'use client';
import { useState } from 'react';
import { browserStorage } from '../../browser/browserStorage.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { deleteSnippet } from '../api/deleteSnippet.ts';
import type { ShareFailure } from '../api/requestApi.ts';
import { forgetOwnLink, type OwnLink, readOwnLinks } from './ownLinks.ts';
import { ShareProblem } from './ShareProblem.tsx';

/** The links that were made in this browser, which alone can delete them. */
export function OwnLinks() {
  const [links, setLinks] = useState(() => readOwnLinks(browserStorage('local')));
  const refresh = () => setLinks(readOwnLinks(browserStorage('local')));
  if (links.length === 0)
    return (
      <p className="text-muted">
        No links created in this browser yet. You can delete links here that you create in this browser.
      </p>
    );
  return (
    <ul aria-label="My links" className="divide-y divide-line">
      {links.map((link) => (
        <OwnLinkRow key={link.id} link={link} onDeleted={refresh} />
      ))}
    </ul>
  );
}

function OwnLinkRow({ link, onDeleted }: { link: OwnLink; onDeleted: () => void }) {
  const [asking, setAsking] = useState<'no' | 'yes' | 'deleting'>('no');
  const [failure, setFailure] = useState<ShareFailure | null>(null);
  const name = link.title || 'Untitled';
  const remove = async () => {
    setAsking('deleting');
    const deleted = await deleteSnippet(link);
    setFailure(deleted.ok ? null : deleted.error);
    setAsking('no');
    if (!deleted.ok) return;
    forgetOwnLink(browserStorage('local'), link.id);
    onDeleted();
  };
  return (
    <li className="py-1.5">
      <div className="flex items-center gap-2">
        <a
          className="min-w-0 flex-1 truncate rounded text-pg underline underline-offset-2"
          href={`/s/${link.id}`}
        >
          <bdi>{name}</bdi>
        </a>
        <span className="text-muted text-small tabular-nums">
          {new Date(link.at).toISOString().slice(0, 10)}
        </span>
        <CopyButton label={`Copy link to ${name}`} text={() => `${location.origin}/s/${link.id}`} />
        <TextButton onClick={() => setAsking('yes')} aria-label={`Delete ${name}`} disabled={asking !== 'no'}>
          Delete
        </TextButton>
      </div>
      {asking !== 'no' && (
        <p role="alert" className="mt-1">
          Delete this link for everyone? This can’t be undone.{' '}
          {asking === 'deleting' ? (
            <span className="appear-late">Deleting…</span>
          ) : (
            <>
              <TextButton className="text-bad" onClick={() => void remove()}>
                Delete link
              </TextButton>{' '}
              · <TextButton onClick={() => setAsking('no')}>Cancel</TextButton>
            </>
          )}
        </p>
      )}
      {failure && <ShareProblem failure={failure} />}
    </li>
  );
}
