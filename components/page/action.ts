/** What is said with each action: its name in the palette and the list of shortcuts, and its keys. */
export interface Action {
  id: string;
  name: string;
  keys?: string;
  group: 'Run' | 'Lesson' | 'Share' | 'Go to' | 'Files' | 'Starters' | 'View';
  perform(): void;
}
