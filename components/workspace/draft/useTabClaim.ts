'use client';
import { useEffect, useState } from 'react';
import { browserStorage } from '../../browser/browserStorage.ts';
import { DraftShelf } from './DraftShelf.ts';
import { tabKey } from './earlyDraft.ts';
import { holdName } from './holdName.ts';
import { newTabId } from './newTabId.ts';
import { claimTab, type TabClaim } from './tabClaim.ts';

/** One claim for a page, however often its components are mounted: a second one would find its own name taken. */
let claim: Promise<TabClaim> | null = null;

/**
 * The name under which this tab's draft and session are kept; null until it is known, a moment after the first render.
 * On a link's page it is another one, and is nobody else's: what was there before is not to be written over, nor shown.
 * Nothing is claimed while `link` is undefined: not known yet.
 */
export function useTabClaim(link: string | null | undefined): TabClaim | null {
  const [tab, setTab] = useState<TabClaim | null>(null);
  useEffect(() => {
    if (link === undefined) return;
    let gone = false;
    claim ??= claimInBrowser(link);
    claim.then((made) => {
      if (!gone) setTab(made);
    });
    return () => {
      gone = true;
    };
  }, [link]);
  return tab;
}

async function claimInBrowser(link: string | null): Promise<TabClaim> {
  const own = browserStorage('session');
  const drafts = browserStorage('local');
  const { locks } = navigator as { locks?: LockManager };
  const made = await claimTab({
    remembered: own?.getItem(tabKey(link)) ?? null,
    reloaded: wasReloaded(),
    drafts: drafts && link === null ? new DraftShelf(drafts).tabs() : [],
    newId: newTabId,
    hold: locks ? (id, tries) => holdName(locks, `pgrx-playground:tab:${id}`, tries) : null,
  });
  try {
    own?.setItem(tabKey(link), made.id);
  } catch {
    // Full to the last byte: the tab has its name until a reload, and then adopts its own draft.
  }
  return made;
}

function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
}
