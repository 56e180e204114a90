import { create } from 'zustand';
import type { StarterEntry } from '../../protocol/starter.ts';
import { fetchStarterList } from './fetchStarters.ts';

interface StartersState {
  list: StarterEntry[];
  /** The starter that is being fetched. */
  loading: string | null;
  /** Why the starter that was chosen last is not there. */
  problem: string | null;
}

/** What there is to begin with. It is the same for every page, so one store serves all. */
export const useStarters = create<StartersState>()(() => ({ list: [], loading: null, problem: null }));

/** Asks for the list where there is none yet. */
export async function loadStarterList(): Promise<void> {
  if (useStarters.getState().list.length > 0) return;
  const list = await fetchStarterList();
  if (list) useStarters.setState({ list });
}
