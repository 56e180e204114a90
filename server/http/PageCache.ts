/** A page's HTML as the page's own code made it, in the pieces between its nonces. */
export type PagePieces = readonly string[];

/** Pages by what they were made of; those that nobody has asked for the longest make room. */
export class PageCache {
  readonly #most: number;
  readonly #pages = new Map<string, PagePieces>();
  #held = 0;

  /** Keeps pages of `most` characters in all. */
  constructor(most: number) {
    this.#most = most;
  }

  get held(): number {
    return this.#held;
  }

  get(key: string): PagePieces | null {
    const page = this.#pages.get(key);
    if (!page) return null;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  /** One that would be more than a quarter of all is not kept: it would cost many others their place. */
  put(key: string, page: PagePieces): void {
    if (sizeOf(key, page) > this.#most / 4) return;
    this.#drop(key);
    this.#pages.set(key, page);
    this.#held += sizeOf(key, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#held <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#held -= sizeOf(key, page);
    this.#pages.delete(key);
  }
}

function sizeOf(key: string, page: PagePieces): number {
  return page.reduce((sum, piece) => sum + piece.length, key.length);
}
