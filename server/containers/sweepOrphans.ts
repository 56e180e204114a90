import type { Log } from '../base/log.ts';
import { ownerLabel, slotLabel } from '../ports/labels.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { ContainerSupply } from './ContainerSupply.ts';

/**
 * Removes the containers under this instance's name that no part of this process owns: a crashed predecessor's, and
 * those that could not be removed before. Must not run where another server of this name may live. Returns how many were
 * removed.
 */
export async function sweepOrphans(
  port: SandboxPort,
  supply: ContainerSupply,
  instance: string,
  log: Log,
): Promise<number> {
  const listed = await port.list({ [ownerLabel]: instance });
  if (!listed.ok) {
    log.warn({ reason: listed.error.message }, 'listing orphaned containers failed');
    return 0;
  }
  const orphans = listed.value.filter((sandbox) => !supply.owns(sandbox.labels[slotLabel]));
  const removed = await Promise.all(orphans.map((orphan) => port.destroy(orphan)));
  const count = removed.filter((result) => result.ok).length;
  if (orphans.length > 0) log.info({ found: orphans.length, removed: count }, 'orphaned containers removed');
  return count;
}
