import { fail, ok, type Result } from '../../protocol/result.ts';
import type { Versions } from '../../protocol/versions.ts';
import { letRun } from '../base/contain.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import { askVersions } from './askVersions.ts';
import type { ContainerSupply } from './ContainerSupply.ts';

/**
 * Asks one container of each major for its versions, the default major first, and then fills the pool. Fails with a text
 * for the operator where the default major's image cannot serve.
 */
export async function openSupply(
  port: SandboxPort,
  supply: ContainerSupply,
  postgres: number,
): Promise<Result<Versions, string>> {
  const first = await versionsOf(port, supply, postgres);
  if (!first.ok) return first;
  const all = await withOthers(port, supply, first.value);
  if (all.ok) supply.open();
  return all;
}

/**
 * The versions with those of majors whose image is there and that are not among them yet: it may have come since. Those
 * whose image is not there are told as `coming`.
 */
export async function withOthers(
  port: SandboxPort,
  supply: ContainerSupply,
  known: Versions,
): Promise<Result<Versions, string>> {
  const capacity = await port.capacity();
  if (!capacity.ok) return fail(capacity.error.message);
  const all = { ...known, postgres: [...known.postgres] };
  for (const major of capacity.value.majors) {
    if (known.postgres.some((one) => one.major === major)) continue;
    const next = await versionsOf(port, supply, major);
    if (!next.ok) return next;
    all.postgres.push(...next.value.postgres);
  }
  const isKnown = (major: number) => all.postgres.some((one) => one.major === major);
  return ok({ ...all, coming: capacity.value.absent.filter((major) => !isKnown(major)) });
}

async function versionsOf(
  port: SandboxPort,
  supply: ContainerSupply,
  postgres: number,
): Promise<Result<Versions, string>> {
  const turn = { address: '', key: 'versions' };
  const { signal } = new AbortController();
  const request = { ...turn, postgres, isOwn: true, signal, onProgress: () => {} } as const;
  const taken = await supply.take(request);
  if (!taken.ok) return fail(taken.error.message);
  try {
    return await askVersions(port, taken.value);
  } finally {
    letRun('container', supply.release(taken.value));
  }
}
