import { create } from 'zustand';
import type { ShareFailure } from '../api/requestApi.ts';

/** A link as the panel shows it. */
export interface ShownLink {
  id: string;
  /** Its whole address, as it is copied. */
  address: string;
  recorded: boolean;
  /** Whether this browser will be able to delete it. */
  remembered: boolean;
  /** Whether there was such a link already, with all of this. */
  already: boolean;
}

/** How far sharing has come. */
export type ShareStage =
  | { kind: 'idle' }
  /** A run goes on first, so that there is a result to keep. */
  | { kind: 'running' }
  | { kind: 'sending' }
  | { kind: 'failed'; failure: ShareFailure }
  /** `copied` is null until the clipboard has answered. */
  | { kind: 'shared'; link: ShownLink; copied: boolean | null };

interface ShareState {
  /** What the panel below Share shows; null while it is closed. */
  panel: 'share' | 'links' | null;
  stage: ShareStage;
  description: string;
  /** What became of the last copy, in words. */
  copyNote: string | null;
}

/** Sharing is the page's, not the panel's: it goes on where the panel is closed. */
export const useShare = create<ShareState>()(() => ({
  panel: null,
  stage: { kind: 'idle' },
  description: '',
  copyNote: null,
}));

/** Opens the panel; a link that was shown before makes way, since the project may have changed. */
export function openShare(panel: 'share' | 'links'): void {
  useShare.setState(({ stage }) => ({
    panel,
    copyNote: null,
    stage: stage.kind === 'shared' ? { kind: 'idle' } : stage,
  }));
}
