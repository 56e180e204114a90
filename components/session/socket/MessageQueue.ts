/** One frame of a screen. */
const delayMs = 16;

/** Hands messages on in their order, those that can wait in groups: one for each frame of the screen at most. */
export class MessageQueue<T> {
  readonly #handle: (messages: readonly T[]) => void;
  #waiting: T[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(handle: (messages: readonly T[]) => void) {
    this.#handle = handle;
  }

  /** An `urgent` message is handed on at once, with those that wait before it. */
  add(message: T, urgent: boolean): void {
    this.#waiting.push(message);
    if (urgent) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), delayMs);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const messages = this.#waiting;
    this.#waiting = [];
    if (messages.length > 0) this.#handle(messages);
  }
}
