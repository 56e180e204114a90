import type { Clock } from '../base/clock.ts';
import type { SandboxPort } from './sandboxPort.ts';

/** How long an answer of the Engine's stands, in milliseconds: whoever asks for health cannot keep the Engine busy. */
const keptMs = 2_000;

/** Whether the Engine could start a container of this major. */
export class EngineHealth {
  readonly #port: SandboxPort;
  readonly #clock: Clock;
  readonly #postgres: number;
  #kept: { at: number; problem: Promise<string | null> } | null = null;

  constructor(port: SandboxPort, clock: Clock, postgres: number) {
    this.#port = port;
    this.#clock = clock;
    this.#postgres = postgres;
  }

  /** What is wrong, or null. */
  problem(): Promise<string | null> {
    const now = this.#clock.now();
    if (!this.#kept || now - this.#kept.at >= keptMs) this.#kept = { at: now, problem: this.#ask() };
    return this.#kept.problem;
  }

  async #ask(): Promise<string | null> {
    const capacity = await this.#port.capacity();
    if (!capacity.ok) return 'The Docker Engine doesn’t respond.';
    if (capacity.value.majors.includes(this.#postgres)) return null;
    return `The session image for Postgres ${this.#postgres} is missing.`;
  }
}
