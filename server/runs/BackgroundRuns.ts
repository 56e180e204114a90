import type { Refusal } from './refusal.ts';
import { busy } from './refusal.ts';
import { type Before, type RunMessage, SessionRuns, type SessionRunsDeps } from './SessionRuns.ts';

/** What was built ahead in longer than this, a run begins anew and shows how it goes. */
const aheadMs = 5_000;

/** A session's runs in the background: the newest counts, and any that somebody waits for goes first. */
export class BackgroundRuns {
  readonly #runs: SessionRuns;
  readonly #onRefused: (run: string, refusal: Refusal) => void;
  /** The run that is to begin when the one before has ended. */
  #next: string | null = null;

  constructor(deps: SessionRunsDeps) {
    this.#runs = new SessionRuns(deps);
    this.#onRefused = deps.onRefused;
  }

  /** Takes a run in place of the one before; refused while `isBusy`. */
  async start(message: RunMessage, address: string, isBusy: () => boolean): Promise<void> {
    if (message.run === this.#runs.current || message.run === this.#next) return;
    this.#runs.stop('cancel');
    this.#next = message.run;
    await this.#runs.idle;
    const isNewest = this.#next === message.run;
    if (isNewest) this.#next = null;
    if (!isNewest || isBusy()) this.#onRefused(message.run, busy);
    else await this.#runs.start(message, address);
  }

  cancel(run: string): void {
    this.#runs.cancel(run);
  }

  /** Makes way for a run: at once, or where it builds ahead what the run would build, when that has ended. */
  giveWay(message: RunMessage): Before {
    return async (stop, emit) => {
      if (this.#runs.buildsAhead(message)) {
        this.#next = null;
        emit({ type: 'phase', phase: 'building' });
        const over = AbortSignal.any([stop, AbortSignal.timeout(aheadMs)]);
        const late = new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
        if (!stop.aborted) await Promise.race([this.#runs.idle, late]);
      }
      await this.stop();
    };
  }

  /** Ends what is under way; resolves when it has ended. */
  async stop(): Promise<void> {
    this.#next = null;
    this.#runs.stop('cancel');
    await this.#runs.idle;
  }
}
