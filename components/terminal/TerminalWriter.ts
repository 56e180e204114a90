import type { TerminalOutput } from '../session/terminal/terminalChannel.ts';

/** What is used of xterm.js. */
interface Screen {
  write(data: string, done: () => void): void;
}

/** xterm.js draws some megabytes a second. With more than this undrawn, in code units, what comes is left out … */
const mostUndrawn = 4 * 1024 * 1024;
/** … until there is so little left that drawing has caught up. */
const littleUndrawn = 256 * 1024;

const leftOut = '\r\n\u001b[0m\u001b[2m[some output was omitted]\u001b[0m\r\n';

/** Writes psql's output to the screen, tells where some is missing, and lets no flood of it fill the page's memory. */
export class TerminalWriter {
  readonly #screen: Screen;
  #end: number | null = null;
  #undrawn = 0;
  #skipping = false;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  write({ offset, data }: TerminalOutput): void {
    // Another session counts from 0 again: no gap.
    const gap = this.#end !== null && offset > this.#end;
    this.#end = offset + data.length;
    if (this.#skipping && this.#undrawn > littleUndrawn) return;
    const missed = this.#skipping || gap;
    this.#skipping = this.#undrawn + data.length > mostUndrawn;
    if (this.#skipping) return;
    this.#put(missed ? leftOut + data : data);
  }

  #put(data: string): void {
    this.#undrawn += data.length;
    this.#screen.write(data, () => {
      this.#undrawn -= data.length;
    });
  }
}
