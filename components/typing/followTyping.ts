import type { StoreApi } from 'zustand/vanilla';
import type { SessionChannel } from '../session/sessionChannel.ts';
import type { SessionState } from '../session/state/sessionState.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { nextStep } from './nextStep.ts';
import { pauseMs } from './pauseMs.ts';
import { useTyping } from './typingStore.ts';

export interface TypingDeps {
  workspace: WorkspaceStore;
  session: StoreApi<SessionState>;
  channel: SessionChannel;
  isHidden: () => boolean;
}

/** A check that made way for another's build is asked for again after this long. */
const againMs = 2_000;

/**
 * Asks for a check at each pause in typing, and where that finds nothing wrong, for the build that Run would do. Returns
 * what ends it, and `visible`, to be called when the page is seen again.
 */
export function followTyping({ workspace, session, channel, isHidden }: TypingDeps): {
  visible(): void;
  stop(): void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typed = false;
  let preparesNot = false;
  /** What was asked last, until something is typed: what the server refused is not asked again. */
  let asked: { mode: string; run: string | undefined } | null = null;

  const plan = (ms: number) => {
    clearTimeout(timer);
    if (typed) timer = setTimeout(step, ms);
  };
  const step = () => {
    timer = undefined;
    if (isHidden()) return;
    const answer = toRunRequest(workspace.getState());
    if (!answer.ok) return;
    const request = answer.value;
    const next = nextStep({ session: session.getState(), request, preparesNot });
    const { background } = session.getState();
    if (!next || (asked?.mode === next && !background)) return;
    // The script has no part in it.
    if (session.getState().runInBackground({ ...request, sql: '', mode: next }))
      asked = { mode: next, run: session.getState().background?.id };
  };

  const stops = [
    workspace.subscribe((now, before) => {
      const { files, postgres, pgrx } = before;
      if (now.files === files && now.postgres === postgres && now.pgrx === pgrx) return;
      // The draft that is put in place of the starter was typed at another time.
      if (before.keeping === 'loading') return;
      typed = true;
      asked = null;
      useTyping.setState({ note: null });
      session.getState().cancelBackground();
      plan(pauseMs);
    }),
    session.subscribe((now, before) => {
      // Where somebody types, their pause is waited for.
      if (now.background?.done && now.background.done !== before.background?.done) {
        if (timer !== undefined) return;
        plan(now.background.done.outcome === 'cancelled' ? againMs : 0);
      } else if (now.connection !== before.connection || now.current?.done !== before.current?.done) {
        asked = null;
        plan(pauseMs);
      }
    }),
    channel.subscribe((message) => {
      if (message.type !== 'refused' || message.kind !== 'invalid') return;
      if (asked?.mode === 'prepare' && asked.run === message.run) preparesNot = true;
    }),
  ];
  return {
    visible: () => plan(pauseMs),
    stop() {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
