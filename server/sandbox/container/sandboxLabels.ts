import { ownerLabel } from '../../ports/labels.ts';
import type { Sandbox } from '../../ports/sandboxPort.ts';
import { toolchainOf } from '../../ports/toolchain.ts';

/** Remembers the toolchain on the container itself, so that any server process can read it from there. */
export const toolchainLabel = `${ownerLabel}.postgres`;

/**
 * A sandbox as its container's labels tell of it; null where the container is not one of ours. The Engine shows the
 * image's labels among them, which nobody asked for here: ours are the owner's and what begins with it and a dot.
 */
export function sandboxFromLabels(id: string, labels: Record<string, string>): Sandbox | null {
  const { [toolchainLabel]: key = '', ...rest } = labels;
  if (!/^\d{1,3}(?:\/[\w.+-]{1,40})?$/.test(key)) return null;
  const ours = Object.entries(rest).filter(([key]) => key === ownerLabel || key.startsWith(`${ownerLabel}.`));
  return { id, ...toolchainOf(key), labels: Object.fromEntries(ours) };
}
