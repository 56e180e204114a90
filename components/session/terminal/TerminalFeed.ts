import type { TerminalOutput } from './terminalChannel.ts';

/** As much of the output as the server keeps; a pane that is opened again shows it. In UTF-16 code units. */
const keptLength = 256 * 1024;

/** psql's output in order, none twice (SPEC.md, T2), the end of it kept for panes that come later. */
export class TerminalFeed {
  #kept: TerminalOutput[] = [];
  #length = 0;
  #end: number | null = null;
  readonly #listeners = new Set<(output: TerminalOutput) => void>();

  /** How much of the output is here: what the next `hello` says. */
  get end(): number {
    return this.#end ?? 0;
  }

  append(output: TerminalOutput): void {
    const from = this.#end ?? output.offset;
    const known = Math.max(0, from - output.offset);
    if (known >= output.data.length) return;
    const news = { offset: output.offset + known, data: output.data.slice(known) };
    this.#end = news.offset + news.data.length;
    this.#kept.push(news);
    this.#length += news.data.length;
    while (this.#length > keptLength && this.#kept.length > 1)
      this.#length -= this.#kept.shift()?.data.length ?? 0;
    for (const listener of this.#listeners) listener(news);
  }

  /** Another session begins, whose terminal counts from its own start. */
  restart(): void {
    this.#end = null;
  }

  subscribe(listener: (output: TerminalOutput) => void): () => void {
    for (const output of this.#kept) listener(output);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
