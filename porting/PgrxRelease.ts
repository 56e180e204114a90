import type { Versions } from '../protocol/versions.ts';

/** What a project is ported to: what a server has. */
export interface PortTarget {
  /** The release of pgrx, such as `0.19.9`. */
  pgrx: string;
  crates: Versions['crates'];
  /** The Postgres that the project is to run on. */
  postgres: number;
}

/** Which Postgres majors pgrx knows, by the first minor release that knows them. Source: the features of its crates. */
const majorsSince: readonly { minor: number; first: number; last: number }[] = [
  { minor: 19, first: 13, last: 19 },
  { minor: 15, first: 13, last: 18 },
  { minor: 14, first: 13, last: 17 },
  { minor: 12, first: 12, last: 17 },
  { minor: 0, first: 11, last: 16 },
];

/** What a release of pgrx wants of a project. Source: its `cargo pgrx new` and its release notes. */
export class PgrxRelease {
  /** The minor release, in which pgrx's interface may change: 19 of `0.19.9`. */
  readonly minor: number;
  /** The Postgres majors that it has features for. */
  readonly majors: readonly number[];
  readonly postgres: number;
  readonly #version: string;
  readonly #crates: ReadonlyMap<string, string>;

  constructor({ pgrx, crates, postgres }: PortTarget) {
    this.minor = minorOf(pgrx) ?? 0;
    const { first, last } = majorsSince.find(({ minor }) => minor <= this.minor) ?? { first: 0, last: -1 };
    this.majors = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    this.postgres = postgres;
    this.#version = pgrx;
    this.#crates = new Map(crates.map(({ name, version }) => [name, version]));
  }

  /** The SQL was made by a program of the project's, `pgrx_embed`, from 0.12 to 0.17; the library was then a `lib` as well. */
  get embeds(): boolean {
    return this.minor >= 12 && this.minor < 18;
  }

  /** The release of one of pgrx's crates. What the server does not list goes with pgrx. */
  versionOf(crate: string): string {
    return this.#crates.get(crate) ?? this.#version;
  }

  /** Whether a version that a project asks for may be answered with what is here. */
  isMetBy(asked: string, crate: string): boolean {
    const is = this.versionOf(crate);
    if (asked.trim().startsWith('=')) return asked.replace('=', '').trim() === is;
    return minorOf(asked) === minorOf(is);
  }
}

/** Of pgrx's releases, all `0.x`; null for what names none. */
function minorOf(version: string): number | null {
  const [, minor] = /^[=^~]?\s*0\.(\d{1,3})(?:\.|$)/.exec(version.trim()) ?? [];
  return minor === undefined ? null : Number(minor);
}
