import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { layoutKey } from './earlyLayout.ts';
import type { PhonePane } from './panes.ts';

interface LayoutState {
  /** The tab of the bottom panel, by its id. */
  toolTab: string;
  /** The bottom panel is larger than its row of tabs. */
  toolsOpen: boolean;
  toolsMaximised: boolean;
  /** The bottom panel's height in pixels when it is open. */
  toolsHeight: number;
  filesShown: boolean;
  /** Null until one is chosen: a lesson then shows its text, the playground its code. */
  phonePane: PhonePane | null;
  /** The files that have a tab above the code. */
  openFiles: string[];
  /** Whether Share, which is what saving is here, formats first. */
  formatOnSave: boolean;
  /** What is shown over the page. */
  dialog: 'palette' | 'shortcuts' | 'port' | null;
}

/**
 * How the page is arranged. It says nothing of anyone's work and never changes on the server, so one store serves all.
 * What outlasts a reload is read by `rehydrate` after the first render, which is the server's.
 */
export const useLayout = create<LayoutState>()(
  persist(
    (): LayoutState => ({
      toolTab: 'problems',
      toolsOpen: false,
      toolsMaximised: false,
      toolsHeight: 240,
      filesShown: true,
      phonePane: null,
      openFiles: [],
      formatOnSave: false,
      dialog: null,
    }),
    {
      name: layoutKey,
      version: 1,
      skipHydration: true,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ filesShown, toolsHeight, formatOnSave }) => ({ filesShown, toolsHeight, formatOnSave }),
    },
  ),
);
