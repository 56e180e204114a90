interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * Changes to a text by offsets, made all at once. Where two overlap, the one that begins first counts; but what is taken
 * away is taken away, and what is put in stands behind it.
 */
export class Edits {
  readonly #edits: Edit[] = [];

  replace(from: number, to: number, text: string): void {
    this.#edits.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  appliedTo(given: string): string {
    const parts: string[] = [];
    let end = 0;
    for (const { from, to, text } of this.#edits.toSorted((a, b) => a.from - b.from)) {
      if (from < end && from !== to && text !== '') continue;
      parts.push(given.slice(end, from), text);
      end = Math.max(end, to);
    }
    parts.push(given.slice(end));
    return parts.join('');
  }
}
