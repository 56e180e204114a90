import { create } from 'zustand';

interface DockState {
  /** What is asked before it is done. */
  asking: 'solution' | 'reset' | null;
  /** The solution is shown to be read. */
  solutionShown: boolean;
  /** How many hints are shown. */
  hints: number;
  /** What took the place of the learner's code, which can be undone. */
  replaced: 'solution' | 'reset' | null;
}

/** What is open below the text of the lesson. A page has one lesson, and each lesson is a page of its own. */
export const useDock = create<DockState>()(() => ({
  asking: null,
  solutionShown: false,
  hints: 0,
  replaced: null,
}));
