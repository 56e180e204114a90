/** The groups of actions, in the order in which the palette lists them. */
export const actionGroups = ['Run', 'Lesson', 'Files', 'Share', 'Go to', 'Starters', 'View'] as const;

/** What is said with each action: its name in the palette and the list of shortcuts, and its keys. */
export interface Action {
  id: string;
  name: string;
  /** Its shortcut: keys held, then one pressed, such as `Mod+Enter`. It is defined here and nowhere else. */
  keys?: string;
  group: (typeof actionGroups)[number];
  /** Whether it stands in the menu of the top bar as well as in the palette. */
  inMenu?: true;
  /** The code of diagnostics that it mends, which offer it. */
  mends?: string;
  perform(): void;
}
