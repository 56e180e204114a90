import { focusIn } from './focusPane.ts';
import { useLayout } from './layoutStore.ts';

/** Shows one part of the bottom panel; with `focus`, which is the id of an element in it, puts the focus there. */
export function showTool(toolTab: string, focus: string | null = null): void {
  useLayout.setState({ toolsOpen: true, toolTab, phonePane: 'results' });
  if (focus !== null) focusIn(focus);
}
