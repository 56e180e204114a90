import type { Result } from '../../protocol/result.ts';
import type { Versions } from '../../protocol/versions.ts';
import type { Clock } from '../base/clock.ts';
import { letRun } from '../base/contain.ts';
import type { Log } from '../base/log.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { ContainerSupply } from './ContainerSupply.ts';
import { openSupply, withOthers } from './openSupply.ts';

export interface KnownVersionsDeps {
  port: SandboxPort;
  supply: ContainerSupply;
  clock: Clock;
  log: Log;
  /** The versions have changed since the first time: there is another Postgres. */
  onChange: (versions: Versions) => void;
}

/** How often images of further majors are looked for, in milliseconds. */
const lookMs = 30_000;

/** What runs here are made with. Images of further majors may be built while the server runs. */
export class KnownVersions {
  readonly #deps: KnownVersionsDeps;
  #versions: Versions | null = null;
  #callOff = () => {};
  #closed = false;

  constructor(deps: KnownVersionsDeps) {
    this.#deps = deps;
  }

  /** Null before `open` has found it out. */
  get now(): Versions | null {
    return this.#versions;
  }

  /** Asks the images, the default major's first, and goes on looking for others. Fails with a text for the operator. */
  async open(postgres: number): Promise<Result<Versions, string>> {
    const found = await openSupply(this.#deps.port, this.#deps.supply, postgres);
    if (found.ok) {
      this.#versions = found.value;
      this.#lookLater();
    }
    return found;
  }

  close(): void {
    this.#closed = true;
    this.#callOff();
  }

  #lookLater(): void {
    if (!this.#closed)
      this.#callOff = this.#deps.clock.after(lookMs, () =>
        letRun('timer', this.#look(), () => this.#lookLater()),
      );
  }

  async #look(): Promise<void> {
    const { port, supply, log, onChange } = this.#deps;
    const known = this.#versions;
    if (!known) return;
    const found = await withOthers(port, supply, known);
    if (this.#closed) return;
    if (!found.ok) log.warn({ reason: found.error }, 'adding a Postgres version failed');
    else if (isOther(found.value, known)) {
      this.#versions = found.value;
      onChange(found.value);
    }
    this.#lookLater();
  }
}

function isOther(found: Versions, known: Versions): boolean {
  const majors = ({ postgres, coming = [] }: Versions) =>
    `${postgres.map(({ major }) => major).join()} ${coming.join()}`;
  return majors(found) !== majors(known);
}
