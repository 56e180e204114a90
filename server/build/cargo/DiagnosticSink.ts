import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { Emit } from '../../ports/runPorts.ts';
import type { BuildLimits } from '../buildLimits.ts';

/** Passes on diagnostics up to the limits, and counts the rest. */
export class DiagnosticSink {
  errors = 0;
  leftOut = 0;
  #count = 0;
  #bytes = 0;
  readonly #limits: BuildLimits;
  readonly #emit: Emit;

  constructor(limits: BuildLimits, emit: Emit) {
    this.#limits = limits;
    this.#emit = emit;
  }

  take(diagnostic: Diagnostic): void {
    if (diagnostic.severity === 'error') this.errors++;
    const isFull = ++this.#count > this.#limits.diagnostics || this.#bytes > this.#limits.diagnosticBytes;
    if (!isFull) this.#bytes += Buffer.byteLength(JSON.stringify(diagnostic));
    if (isFull || this.#bytes > this.#limits.diagnosticBytes) this.leftOut++;
    else this.#emit(diagnostic);
  }
}
