import { create } from 'zustand';

interface RunIdState {
  /** What came of copying a run's ID, until it is dismissed or another run is copied. */
  note: { id: string; copied: boolean } | null;
}

/** Whether a run's ID was copied just now. It holds nobody's work, so one store serves the page. */
export const useRunId = create<RunIdState>()(() => ({ note: null }));
