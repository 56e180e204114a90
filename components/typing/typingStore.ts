import { create } from 'zustand';

interface TypingState {
  /** What came of the last Format or Lint, where the text does not show it. */
  note: string | null;
}

/** What the page says of formatting and linting beside their results. It never changes on the server. */
export const useTyping = create<TypingState>()(() => ({ note: null }));
