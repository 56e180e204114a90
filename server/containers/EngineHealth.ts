import type { Clock } from '../base/clock.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import { isSame } from '../ports/toolchain.ts';

/** How often the Engine is asked at most, in milliseconds: whoever asks for health cannot keep it busy. */
const askMs = 2_000;
/** How long an older answer is good for where the Engine takes longer than `soonMs`: a busy one takes half a second. */
const keptMs = 10_000;
const soonMs = 100;
/** After so long it counts as not answering. Its own client would wait for 30 seconds. */
const patienceMs = 1_000;

const silent = 'The Docker Engine doesn’t respond.';

/** Whether the Engine could start a container of this major, with the default pgrx. Answers within a second, as a rule at once. */
export class EngineHealth {
  readonly #port: SandboxPort;
  readonly #clock: Clock;
  readonly #postgres: number;
  #asked: { at: number; problem: Promise<string | null> } | null = null;
  #isAsking = false;
  #told: { at: number; problem: string | null } | null = null;

  constructor(port: SandboxPort, clock: Clock, postgres: number) {
    this.#port = port;
    this.#clock = clock;
    this.#postgres = postgres;
  }

  /** What is wrong, or null. */
  async problem(): Promise<string | null> {
    const now = this.#clock.now();
    if (!this.#asked || (!this.#isAsking && now - this.#asked.at >= askMs))
      this.#asked = { at: now, problem: this.#inTime() };
    const { problem } = this.#asked;
    const told = this.#told;
    if (told && !this.#isAsking) return told.problem;
    if (!told || now - told.at >= keptMs) return problem;
    const { promise: soon, resolve } = Promise.withResolvers<string | null>();
    const callOff = this.#clock.after(soonMs, () => resolve(told.problem));
    return Promise.race([problem, soon]).finally(callOff);
  }

  /** Asks the Engine, of which a better answer is taken also when it comes too late. */
  async #inTime(): Promise<string | null> {
    const { promise: late, resolve } = Promise.withResolvers<string>();
    const callOff = this.#clock.after(patienceMs, () => {
      this.#told = { at: this.#clock.now(), problem: silent };
      resolve(silent);
    });
    this.#isAsking = true;
    const answer = this.#ask().then((problem) => {
      callOff();
      this.#isAsking = false;
      this.#told = { at: this.#clock.now(), problem };
      return problem;
    });
    return Promise.race([answer, late]);
  }

  async #ask(): Promise<string | null> {
    const capacity = await this.#port.capacity();
    if (!capacity.ok) return silent;
    if (capacity.value.toolchains.some((one) => isSame(one, { postgres: this.#postgres }))) return null;
    return `The session image for Postgres ${this.#postgres} is missing.`;
  }
}
