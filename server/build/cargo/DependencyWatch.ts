import type { Emit } from '../../ports/runPorts.ts';
import type { Steps } from './CargoProgress.ts';
import { withoutEscapes } from './withoutEscapes.ts';

/** Nobody follows numbers that change more often. */
const pauseMs = 1000;

/** Cargo's line of a crate that is not of the project: those have their folder behind the version. */
const isForeign = (line: string) => /^ {1,20}(?:Compiling|Checking) \S{1,100} v\S{1,100}$/.test(line);

/** Sees when cargo begins to compile dependencies, which the image should hold, and tells of it and how far it is. */
export class DependencyWatch {
  /** Whether any were compiled. */
  hasBegun = false;
  readonly #why: string;
  readonly #emit: Emit;
  readonly #onBegin: () => void;
  #told = Number.NEGATIVE_INFINITY;

  constructor(why: string, emit: Emit, onBegin: () => void) {
    this.#why = why;
    this.#emit = emit;
    this.#onBegin = onBegin;
  }

  /** Whole lines of what cargo says. */
  take(text: string): void {
    if (this.hasBegun || !/Compiling|Checking/.test(text)) return;
    const lines = text.split('\n').filter((line) => line.length < 300);
    if (!lines.some((line) => isForeign(withoutEscapes(line)))) return;
    this.hasBegun = true;
    this.#onBegin();
    this.#tell(null);
  }

  steps(steps: Steps): void {
    if (this.hasBegun && performance.now() - this.#told >= pauseMs) this.#tell(steps);
  }

  #tell(steps: Steps | null): void {
    this.#told = steps ? performance.now() : Number.NEGATIVE_INFINITY;
    const { done, total } = steps ?? { done: 0, total: null };
    this.#emit({ type: 'compiling', why: this.#why, done, total });
  }
}
