/** What a container is made with, as far as a run can choose it: which of the session images it starts from. */
export interface Toolchain {
  /** The Postgres major. */
  readonly postgres: number;
  /** The release of pgrx; undefined for the server's default, so that equal ones are written alike. */
  readonly pgrx?: string | undefined;
}

/** The one name of a toolchain, as `PLAYGROUND_IMAGE` has it: `17`, or `17/0.18.1` beside the default release of pgrx. */
export function toolchainKey({ postgres, pgrx }: Toolchain): string {
  return pgrx === undefined ? String(postgres) : `${postgres}/${pgrx}`;
}

/** The toolchain of such a name. */
export function toolchainOf(key: string): Toolchain {
  const [postgres = '', pgrx] = key.split('/');
  return { postgres: Number(postgres), ...(pgrx !== undefined && { pgrx }) };
}

/** The session image of each toolchain, by its key. */
export type Images = Readonly<Record<string, string>>;

export function isSame(one: Toolchain, other: Toolchain): boolean {
  return one.postgres === other.postgres && one.pgrx === other.pgrx;
}

/** A toolchain as a person reads it. */
export function toolchainName({ postgres, pgrx }: Toolchain): string {
  return `Postgres ${postgres}${pgrx === undefined ? '' : ` with pgrx ${pgrx}`}`;
}
