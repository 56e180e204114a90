import type { z } from 'zod';
import {
  type StarterEntry,
  type StarterProject,
  starterList,
  starterProject,
} from '../../protocol/starter.ts';

/** The list of starters, or null where the server did not give it. */
export function fetchStarterList(): Promise<StarterEntry[] | null> {
  return fetchJson('/api/v1/starters', starterList);
}

/** One starter with its files, or null where the server did not give it. */
export function fetchStarter(name: string): Promise<StarterProject | null> {
  return fetchJson(`/api/v1/starters/${name}`, starterProject);
}

async function fetchJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const response = await fetch(path);
    return response.ok ? (schema.safeParse(await response.json()).data ?? null) : null;
  } catch {
    return null;
  }
}
