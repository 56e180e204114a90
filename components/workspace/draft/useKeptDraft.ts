'use client';
import { useEffect } from 'react';
import { browserStorage } from '../../browser/browserStorage.ts';
import { useWorkspaceStore } from '../WorkspaceProvider.tsx';
import { DraftShelf, tabDrafts } from './DraftShelf.ts';
import type { DraftProblem } from './draftProblem.ts';
import { earlyDraftMark } from './earlyDraft.ts';
import { keepDraft } from './keepDraft.ts';
import { loadDraft } from './loadDraft.ts';
import type { TabClaim } from './tabClaim.ts';

/** Loads the tab's draft, or a lesson's, into the workspace and keeps it from then on. For one component of a page. */
export function useKeptDraft(tab: TabClaim | null, kind = tabDrafts): void {
  const store = useWorkspaceStore();
  useEffect(() => {
    if (!tab) return;
    const storage = browserStorage('local');
    if (!storage) {
      store.setState({ keeping: 'failed', draftProblem: blocked });
      return;
    }
    const shelf = new DraftShelf(storage, kind);
    if (store.getState().keeping === 'loading') {
      const typedInDraft = document.documentElement.hasAttribute(earlyDraftMark);
      const spareTab = `${tab.id}-before`;
      store.setState((state) => loadDraft({ shelf, tab, state, typedInDraft, spareTab }));
    }
    const keeper = keepDraft(store, shelf, tab.id);
    const hidden = new AbortController();
    // The last moments at which a page is sure to be asked: a phone kills it afterwards without a word.
    for (const event of ['pagehide', 'visibilitychange'])
      addEventListener(event, () => keeper.flush(), { signal: hidden.signal, capture: true });
    return () => {
      hidden.abort();
      keeper.stop();
    };
  }, [store, tab, kind]);
}

const blocked: DraftProblem = {
  kind: 'blocked',
  message:
    'The browser doesn’t let this site store data, so your changes will be lost when this tab closes. Allow site data to keep them.',
};
