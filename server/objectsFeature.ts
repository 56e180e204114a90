import type { OpenFeature } from './sessions/feature.ts';
import { type FoundObjects, readObjects } from './sql/readObjects.ts';

const nothing: FoundObjects = { objects: [], more: 0 };

/** Tells the page what the installed extensions consist of. Asked while an answer is under way, it answers once more. */
export const objectsFeature: OpenFeature = (host) => {
  let asking: AbortController | null = null;
  let again = false;

  function tell({ objects, more }: FoundObjects, problem: string | null): void {
    host.send({ type: 'objects', objects, more, problem });
  }

  async function answer(): Promise<void> {
    const { held } = host;
    if (!held) return tell(nothing, null);
    asking = new AbortController();
    const { signal } = asking;
    const found = await readObjects(host.port, held.sandbox, signal);
    asking = null;
    if (!signal.aborted) tell(found.ok ? found.value : nothing, found.ok ? null : found.error);
    if (!again) return;
    again = false;
    await answer();
  }

  return {
    handle(message) {
      if (message.type !== 'objects.ask') return false;
      if (asking) again = true;
      else void answer();
      return true;
    },
    attached() {},
    containerGone() {
      asking?.abort();
    },
    close() {
      again = false;
      asking?.abort();
    },
  };
};
