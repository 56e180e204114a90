import { useSyncExternalStore } from 'react';
import { browserStorage } from '../../browser/browserStorage.ts';
import { noProgress, type Progress, parseProgress, progressKey } from './progress.ts';

let read: { text: string | null; progress: Progress } = { text: null, progress: noProgress };

/** The same object for the same text, as React wants it. */
function snapshot(): Progress {
  const text = browserStorage('local')?.getItem(progressKey) ?? null;
  if (text !== read.text) read = { text, progress: parseProgress(text) };
  return read.progress;
}

function subscribe(changed: () => void): () => void {
  addEventListener('storage', changed);
  return () => removeEventListener('storage', changed);
}

/** What is done; nothing in the server's HTML, which is everybody's. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, snapshot, () => noProgress);
}
