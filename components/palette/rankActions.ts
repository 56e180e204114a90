import { defaultFilter } from 'cmdk';
import type { Action } from '../page/action.ts';

/** The actions that a search finds, the best first, whatever their group. All, as they stand, where nothing is searched. */
export function rankActions(actions: readonly Action[], search: string): readonly Action[] {
  const wanted = search.trim();
  if (wanted === '') return actions;
  return actions
    .map((action) => ({ action, score: defaultFilter(action.name, wanted, [action.id]) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ action }) => action);
}
