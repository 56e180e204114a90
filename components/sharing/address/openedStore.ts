import { create } from 'zustand';

/** What became of a project that the page's address holds or names. */
export type Opened =
  | { kind: 'none' }
  | { kind: 'fetching' }
  /** `from`: the address of a file that was fetched; null where the page's own address held all of it. */
  | { kind: 'opened'; from: string | null }
  | { kind: 'failed'; message: string };

/** It holds nobody's work, so one store serves the page. */
export const useOpened = create<{ opened: Opened }>()(() => ({ opened: { kind: 'none' } }));
