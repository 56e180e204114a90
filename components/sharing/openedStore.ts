import { create } from 'zustand';

/** What became of a project that the page's address holds. */
export type Opened = { kind: 'none' } | { kind: 'opened' } | { kind: 'failed'; message: string };

/** It holds nobody's work, so one store serves the page. */
export const useOpened = create<{ opened: Opened }>()(() => ({ opened: { kind: 'none' } }));
