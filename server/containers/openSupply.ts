import { fail, ok, type Result } from '../../protocol/result.ts';
import { type Versions, versionsOf } from '../../protocol/versions.ts';
import { letRun } from '../base/contain.ts';
import type { ImageLocks } from '../ports/imageLocks.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { Toolchain } from '../ports/toolchain.ts';
import { askVersions } from './askVersions.ts';
import type { ContainerSupply } from './ContainerSupply.ts';
import { readLocks } from './readLocks.ts';

/** What is known of the session images. */
export interface Known {
  versions: Versions;
  /** The lock files of each pgrx that is not the default. */
  locks: ReadonlyMap<string, ImageLocks>;
}

/**
 * Asks one container of each toolchain for its versions, the default first, and then fills the pool. Fails with a text for
 * the operator where the default's image cannot serve.
 */
export async function openSupply(
  port: SandboxPort,
  supply: ContainerSupply,
  postgres: number,
): Promise<Result<Known, string>> {
  const first = await askOne(port, supply, { postgres });
  if (!first.ok) return first;
  const all = await withOthers(port, supply, { versions: first.value.versions, locks: new Map() });
  if (all.ok) supply.open();
  return all;
}

/**
 * The versions with those of toolchains whose image is there and that are not among them yet: it may have come since. Majors
 * whose image is not there are told as `coming`; another pgrx is told once it has an image.
 */
export async function withOthers(
  port: SandboxPort,
  supply: ContainerSupply,
  known: Known,
): Promise<Result<Known, string>> {
  const capacity = await port.capacity();
  if (!capacity.ok) return fail(capacity.error.message);
  let all = known.versions;
  const locks = new Map(known.locks);
  for (const toolchain of capacity.value.toolchains) {
    if (isKnown(all, toolchain)) continue;
    const next = await askOne(port, supply, toolchain);
    if (!next.ok) return next;
    all = withOne(all, toolchain, next.value.versions);
    if (toolchain.pgrx !== undefined && next.value.locks) locks.set(toolchain.pgrx, next.value.locks);
  }
  const missing = capacity.value.absent.filter((toolchain) => !isKnown(all, toolchain));
  const coming = (pgrx: string | undefined) =>
    missing.filter((one) => one.pgrx === pgrx).map(({ postgres }) => postgres);
  const otherPgrx = all.otherPgrx?.map((other) => ({ ...other, coming: coming(other.pgrx) }));
  return ok({ versions: { ...all, coming: coming(undefined), ...(otherPgrx && { otherPgrx }) }, locks });
}

function isKnown(all: Versions, { postgres, pgrx }: Toolchain): boolean {
  return versionsOf(all, pgrx)?.postgres.some(({ major }) => major === postgres) ?? false;
}

/** The versions with what a container of one more toolchain has said of itself. */
function withOne(all: Versions, { pgrx }: Toolchain, said: Versions): Versions {
  if (pgrx === undefined) return { ...all, postgres: [...all.postgres, ...said.postgres] };
  const { otherPgrx = [] } = all;
  if (!versionsOf(all, pgrx)) return { ...all, otherPgrx: [...otherPgrx, said] };
  return {
    ...all,
    otherPgrx: otherPgrx.map((other) =>
      other.pgrx === pgrx
        ? { ...other, postgres: inOrder([...other.postgres, ...said.postgres], all) }
        : other,
    ),
  };
}

/** As the default pgrx has them, so that the first is the default for every pgrx. */
function inOrder(postgres: Versions['postgres'], all: Versions): Versions['postgres'] {
  const isIn = ({ major }: { major: number }) => postgres.some((one) => one.major === major);
  const usual = all.postgres.filter(isIn).map(({ major }) => major);
  const place = ({ major }: { major: number }) =>
    usual.includes(major) ? usual.indexOf(major) : usual.length;
  return postgres.toSorted((a, b) => place(a) - place(b));
}

async function askOne(
  port: SandboxPort,
  supply: ContainerSupply,
  toolchain: Toolchain,
): Promise<Result<{ versions: Versions; locks: ImageLocks | null }, string>> {
  const turn = { address: '', key: 'versions' };
  const { signal } = new AbortController();
  const request = { ...turn, toolchain, isOwn: true, signal, onProgress: () => {} } as const;
  const taken = await supply.take(request);
  if (!taken.ok) return fail(taken.error.message);
  try {
    const versions = await askVersions(port, taken.value);
    if (!versions.ok) return versions;
    if (toolchain.pgrx === undefined) return ok({ versions: versions.value, locks: null });
    const locks = await readLocks(port, taken.value);
    return locks.ok ? ok({ versions: versions.value, locks: locks.value }) : locks;
  } finally {
    letRun('container', supply.release(taken.value));
  }
}
