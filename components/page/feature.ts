import type { ComponentType, ReactNode } from 'react';
import type { Action } from './action.ts';

/** A tab of the bottom panel. */
export interface ToolTab {
  id: string;
  name: string;
  /** Rendered while the tab is chosen and the panel is open. */
  Content: ComponentType;
  /** Whether one types in it: a click on the tab then leads there. */
  takesTyping?: true;
  /** How many things there are to see, said beside the name. */
  useCount?(): number;
  /** What "Copy this text" copies; nothing is offered for an empty text. */
  useText?(): string;
}

/** Where on the page a feature can show something of its own, beside a tab. */
export type Place =
  /** In the top bar, in place of the project's title. */
  | 'title'
  /** In the top bar, among what leads elsewhere, and beside Run. */
  | 'top'
  | 'topRun'
  /** Below the top bar, over the whole width. */
  | 'bar'
  /** The panes: that beside the code on a lesson's page, the list of files, and the others. */
  | 'lesson'
  | 'files'
  | 'code'
  | 'sql'
  | 'results'
  /** Between the head of the results and what Postgres said. */
  | 'aboveResults'
  /** In the status bar: what goes on, and what came of something. */
  | 'statusStart'
  | 'status'
  /** In the bar of a phone, beside Run. */
  | 'phoneRun'
  /** Over the page, or nowhere to be seen. */
  | 'overlay';

/**
 * One feature, as the page knows it: a folder with a `feature.tsx` that exports this, and a line in
 * `shell/features.ts`. The order of that list is the order of tabs, of actions in a group, and of parts in a place.
 */
export interface Feature {
  id: string;
  tabs?: readonly ToolTab[];
  parts?: Partial<Record<Place, ComponentType>>;
  /** What can be done now: for the palette, the menu, the list of shortcuts, and the keyboard. */
  useActions?(): readonly Action[];
  /** What goes on as long as the page is there, whatever of the feature is shown. */
  useBackground?(): void;
  /** Around the whole page: what the feature's own parts and those of others read its state from. */
  Provider?: ComponentType<{ children: ReactNode }>;
}
