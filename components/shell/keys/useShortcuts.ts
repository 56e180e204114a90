import { useEffect } from 'react';
import type { Action } from '../../page/action.ts';
import { isShortcut } from './isShortcut.ts';

/**
 * The page's keys, as its actions name them, wherever the focus is: they are taken before Monaco, the terminal or the
 * browser see them. See `isShortcut` for what is left to a terminal and to text fields.
 */
export function useShortcuts(actions: readonly Action[]): void {
  useEffect(() => {
    const apple = /mac|iphone|ipad/i.test(navigator.platform);
    const ending = new AbortController();
    const listen = (event: KeyboardEvent) => {
      const place = placeOf(event.target);
      const action = actions.find(({ keys }) => keys && isShortcut(keys, event, place, apple));
      if (!action) return;
      // A field that runs its own text does so by the same key.
      if (
        action.keys === 'Mod+Enter' &&
        event.target instanceof Element &&
        event.target.closest('[data-own-run]')
      )
        return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) action.perform();
    };
    window.addEventListener('keydown', listen, { capture: true, signal: ending.signal });
    return () => ending.abort();
  }, [actions]);
}

function placeOf(target: EventTarget | null): 'terminal' | 'text' | 'page' {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('.xterm')) return 'terminal';
  return target.closest('input, textarea, [contenteditable], .native-edit-context') ? 'text' : 'page';
}
