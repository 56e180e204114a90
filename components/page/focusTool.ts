import { focusIn } from './focusPane.ts';
import { useLayout } from './layoutStore.ts';
import type { ToolTab } from './panes.ts';

/** Shows one part of the bottom panel and puts the focus into it, or into an element of it. */
export function focusTool(toolTab: ToolTab, id = 'tool-content'): void {
  useLayout.setState({ toolsOpen: true, toolTab, phonePane: 'results' });
  focusIn(id);
}
