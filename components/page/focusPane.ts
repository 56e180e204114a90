import { useLayout } from './layoutStore.ts';
import type { PaneId } from './panes.ts';

/** What in a pane takes the focus: where one types, else what was chosen, else what scrolls. */
const targets = [
  '.native-edit-context, textarea',
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
    const found = targets.map((target) => element?.querySelector<HTMLElement>(target));
    found.find(Boolean)?.focus();
  });
}
