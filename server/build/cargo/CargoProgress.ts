/** With these, cargo writes its progress bar though nobody sees it; it is read here, and taken out. */
export const progressEnvironment = { CARGO_TERM_PROGRESS_WHEN: 'always', CARGO_TERM_PROGRESS_WIDTH: '100' };

/** Cargo's bar is cut to its width; colours stand around its first word. */
const longestBar = 400;

/** How many of cargo's steps are done: each crate is one, and each build script two more. */
export interface Steps {
  done: number;
  total: number;
}

/** Takes cargo's progress bar out of what it says. A bar ends with a carriage return, and is cleared before the next line. */
export class CargoProgress {
  readonly #onSteps: (steps: Steps) => void;
  /** The beginning of a line, or of a bar. */
  #rest = '';

  constructor(onSteps: (steps: Steps) => void) {
    this.#onSteps = onSteps;
  }

  /** What is no bar, of a piece of text; the end of it perhaps only with the next. */
  take(piece: string): string {
    const text = this.#rest + piece;
    const kept: string[] = [];
    let from = 0;
    for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
      const begin = from + text.slice(from, at).lastIndexOf('\n') + 1;
      const steps = at - begin <= longestBar ? stepsIn(text.slice(begin, at)) : null;
      kept.push(text.slice(from, steps ? begin : at + 1));
      if (steps) this.#onSteps(steps);
      from = at + 1;
    }
    const line = from + text.slice(from).lastIndexOf('\n') + 1;
    this.#rest = text.length - line <= longestBar ? text.slice(line) : '';
    kept.push(text.slice(from, text.length - this.#rest.length));
    return withoutClearing(kept.join(''));
  }

  /** What is left when there is no more. */
  end(): string {
    const rest = this.#rest;
    this.#rest = '';
    return withoutClearing(rest);
  }
}

/** `Building [====>   ] 12/130: serde, libc(build)`. */
function stepsIn(bar: string): Steps | null {
  if (!bar.includes('Building')) return null;
  const [, done, total] = /\] (\d{1,6})\/(\d{1,6})(?:: |$)/.exec(bar) ?? [];
  return total === undefined ? null : { done: Number(done), total: Number(total) };
}

const withoutClearing = (text: string) => text.replaceAll('\u001b[K', '');
