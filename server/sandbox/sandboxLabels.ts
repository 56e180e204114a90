import { ownerLabel } from '../sessions/labels.ts';
import type { Sandbox } from '../sessions/sandboxPort.ts';

/** Remembers the Postgres major on the container itself, so that any server process can read it from there. */
export const postgresLabel = `${ownerLabel}.postgres`;

/** A sandbox as its container's labels tell of it; null where the container is not one of ours. */
export function sandboxFromLabels(id: string, labels: Record<string, string>): Sandbox | null {
  const { [postgresLabel]: postgres, ...rest } = labels;
  if (!postgres || !/^\d{1,3}$/.test(postgres)) return null;
  return { id, postgres: Number(postgres), labels: rest };
}
