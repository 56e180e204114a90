import { ok, type Result } from '../../protocol/result.ts';
import type { PgrxVersions, Versions } from '../../protocol/versions.ts';
import type { Clock } from '../base/clock.ts';
import { letRun } from '../base/contain.ts';
import type { Log } from '../base/log.ts';
import type { ImageLocks } from '../ports/imageLocks.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { ContainerSupply } from './ContainerSupply.ts';
import { type Known, openSupply, withOthers } from './openSupply.ts';

export interface KnownVersionsDeps {
  port: SandboxPort;
  supply: ContainerSupply;
  clock: Clock;
  log: Log;
  /** The versions have changed since the first time: there is another Postgres, or another pgrx. */
  onChange: (versions: Versions) => void;
}

/** How often further images are looked for, in milliseconds. */
const lookMs = 30_000;

/** What runs here are made with. Further images may be built while the server runs. */
export class KnownVersions {
  readonly #deps: KnownVersionsDeps;
  #known: Known | null = null;
  #callOff = () => {};
  #closed = false;

  constructor(deps: KnownVersionsDeps) {
    this.#deps = deps;
  }

  /** Null before `open` has found it out. */
  get now(): Versions | null {
    return this.#known?.versions ?? null;
  }

  /** The lock files of the images with another pgrx than the default. */
  locksOf(pgrx: string): ImageLocks | null {
    return this.#known?.locks.get(pgrx) ?? null;
  }

  /** Asks the images, the default major's first, and goes on looking for others. Fails with a text for the operator. */
  async open(postgres: number): Promise<Result<Versions, string>> {
    const found = await openSupply(this.#deps.port, this.#deps.supply, postgres);
    if (!found.ok) return found;
    this.#known = found.value;
    this.#lookLater();
    return ok(found.value.versions);
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
    const known = this.#known;
    if (!known) return;
    const found = await withOthers(port, supply, known);
    if (this.#closed) return;
    if (!found.ok) log.warn({ reason: found.error }, 'adding a session image failed');
    else if (isOther(found.value.versions, known.versions)) {
      this.#known = found.value;
      onChange(found.value.versions);
    }
    this.#lookLater();
  }
}

function isOther(found: Versions, known: Versions): boolean {
  const majors = ({ pgrx, postgres, coming = [] }: PgrxVersions) =>
    `${pgrx} ${postgres.map(({ major }) => major).join()} ${coming.join()}`;
  const text = (versions: Versions) => [versions, ...(versions.otherPgrx ?? [])].map(majors).join(';');
  return text(found) !== text(known);
}
