import { z } from 'zod';
import { id } from '../../protocol/messages/clientMessage.ts';
import { type RunRequest, runRequest } from '../../protocol/project.ts';

/** The last run as a reload needs it: its events come from the server, what was sent does not. */
export interface RememberedRun {
  id: string;
  startedAt: number;
  request: RunRequest;
}

const rememberedRun = z.object({ id, startedAt: z.number(), request: runRequest });

/**
 * The session's id and its last run, in the tab's own storage, so that a reload goes on with them and another tab does
 * not. A storage that is full, forbidden or spoilt counts as empty: then a reload begins a new session.
 */
export class SessionMemory {
  readonly place: string | null;
  readonly #storage: Storage | null;
  readonly #prefix: string;
  readonly #runName: string;

  /** Pages that share a session, such as lessons, each remember the runs of their own `place`. */
  constructor(storage: Storage | null, tab: string, place: string | null = null) {
    this.place = place;
    this.#runName = place === null ? 'run' : `run:${place}`;
    this.#storage = storage;
    this.#prefix = `pgrx-playground:session:${tab}:`;
  }

  session(): string | null {
    const parsed = id.safeParse(this.#read('id'));
    return parsed.success ? parsed.data : null;
  }

  run(): RememberedRun | null {
    const parsed = rememberedRun.safeParse(this.#read(this.#runName));
    return parsed.success ? parsed.data : null;
  }

  keepSession(session: string): void {
    this.#write('id', session);
  }

  keepRun(run: RememberedRun): void {
    this.#write(this.#runName, run);
  }

  #read(name: string): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(this.#prefix + name) ?? 'null');
    } catch {
      return null;
    }
  }

  #write(name: string, value: unknown): void {
    try {
      this.#storage?.setItem(this.#prefix + name, JSON.stringify(value));
    } catch {
      this.#storage?.removeItem(this.#prefix + name);
    }
  }
}
