'use client';
import { useEffect, useState } from 'react';
import { browserStorage } from '../browser/browserStorage.ts';
import { DraftShelf } from './DraftShelf.ts';
import { tabKey } from './earlyDraft.ts';
import { holdName } from './holdName.ts';
import { claimTab, type TabClaim } from './tabClaim.ts';

/** One claim for a page, however often its components are mounted: a second one would find its own name taken. */
let claim: Promise<TabClaim> | null = null;

/** The name under which this tab's draft and session are kept; null until it is known, a moment after the first render. */
export function useTabClaim(): TabClaim | null {
  const [tab, setTab] = useState<TabClaim | null>(null);
  useEffect(() => {
    let gone = false;
    claim ??= claimInBrowser();
    claim.then((made) => {
      if (!gone) setTab(made);
    });
    return () => {
      gone = true;
    };
  }, []);
  return tab;
}

async function claimInBrowser(): Promise<TabClaim> {
  const own = browserStorage('session');
  const drafts = browserStorage('local');
  const { locks } = navigator as { locks?: LockManager };
  const made = await claimTab({
    remembered: own?.getItem(tabKey) ?? null,
    reloaded: wasReloaded(),
    drafts: drafts ? new DraftShelf(drafts).tabs() : [],
    newId: () => crypto.getRandomValues(new Uint32Array(2)).join('-'),
    hold: locks ? (id, tries) => holdName(locks, `pgrx-playground:tab:${id}`, tries) : null,
  });
  try {
    own?.setItem(tabKey, made.id);
  } catch {
    // Full to the last byte: the tab has its name until a reload, and then adopts its own draft.
  }
  return made;
}

function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
}
