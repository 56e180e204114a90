import { focusIn } from './focusPane.ts';
import { useLayout } from './layoutStore.ts';
import type { ToolTab } from './panes.ts';

/** Shows one part of the bottom panel and puts the focus into it. */
export function focusTool(toolTab: ToolTab): void {
  useLayout.setState({ toolsOpen: true, toolTab, phonePane: 'results' });
  focusIn('tool-content');
}
