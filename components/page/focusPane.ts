import { useLayout } from './layoutStore.ts';
import type { PaneId } from './panes.ts';

/** Where one types. */
const typing = '.native-edit-context, textarea';
/** What in a pane takes the focus: what must be pressed first, where one types, what was chosen, what scrolls. */
const targets = [
  '[data-focus="first"]',
  typing,
  '[aria-current="true"], [role="tab"][aria-selected="true"]',
  '[tabindex="0"]',
];

/** Shows a pane and puts the focus into it. */
export function focusPane(pane: PaneId): void {
  if (pane === 'files') useLayout.setState({ filesShown: true });
  if (pane === 'psql') useLayout.setState({ toolsOpen: true, toolTab: 'psql', phonePane: 'results' });
  if (pane === 'tools') useLayout.setState({ toolsOpen: true, phonePane: 'results' });
  if (pane === 'lesson' || pane === 'code' || pane === 'sql' || pane === 'results')
    useLayout.setState({ phonePane: pane });
  focusIn(pane === 'psql' ? 'tool-content' : `pane-${pane}`);
}

/** Puts the focus into an element that may just have been shown. */
export function focusIn(id: string): void {
  // After the next drawing, when what was just shown is there.
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    const found = targets.map((target) => element?.querySelector<HTMLElement>(target)).find(Boolean);
    found?.focus();
    // A terminal is loaded when it is shown for the first time.
    const soon = element?.querySelector('[data-focus="soon"]');
    if (soon && !found?.matches(`${typing}, [data-focus="first"]`)) focusLater(soon);
  });
}

/** After so long, whoever asked for it does something else. */
const patienceMs = 10_000;

/** Puts the focus where one types in `place` as soon as that is there, unless it has gone elsewhere by then. */
function focusLater(place: Element): void {
  const from = document.activeElement;
  const observer = new MutationObserver(() => {
    const target = place.querySelector<HTMLElement>(typing);
    if (document.activeElement !== from || !place.isConnected) stop();
    else if (target) {
      stop();
      target.focus();
    }
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, patienceMs);
  observer.observe(place, { childList: true, subtree: true });
}
