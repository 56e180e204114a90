import { create } from 'zustand';

interface ArchiveState {
  /** An archive is being read. */
  reading: boolean;
  /** What came of the last import or download, where it is worth a word. */
  note: { problem: boolean; text: string } | null;
}

/** What becomes of imports and downloads. It holds nobody's work, so one store serves the page. */
export const useArchive = create<ArchiveState>()(() => ({ reading: false, note: null }));
