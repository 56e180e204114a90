import { ownerLabel } from '../../ports/labels.ts';
import type { Sandbox } from '../../ports/sandboxPort.ts';

/** Remembers the Postgres major on the container itself, so that any server process can read it from there. */
export const postgresLabel = `${ownerLabel}.postgres`;

/**
 * A sandbox as its container's labels tell of it; null where the container is not one of ours. The Engine shows the
 * image's labels among them, which nobody asked for here: ours are the owner's and what begins with it and a dot.
 */
export function sandboxFromLabels(id: string, labels: Record<string, string>): Sandbox | null {
  const { [postgresLabel]: postgres, ...rest } = labels;
  if (!postgres || !/^\d{1,3}$/.test(postgres)) return null;
  const ours = Object.entries(rest).filter(([key]) => key === ownerLabel || key.startsWith(`${ownerLabel}.`));
  return { id, postgres: Number(postgres), labels: Object.fromEntries(ours) };
}
