/** The parts of the page that the keyboard can go to, in the order of their numbers (Alt+1 …). */
export const panes = [
  { id: 'files', name: 'Files' },
  { id: 'code', name: 'Code' },
  { id: 'sql', name: 'SQL' },
  { id: 'results', name: 'Results' },
  { id: 'tools', name: 'Panel' },
  { id: 'psql', name: 'psql' },
] as const;

/** Beside a lesson its text has the place of the list of files, and its number. */
export const lessonPanes = [{ id: 'lesson', name: 'Lesson text' }, ...panes.slice(1)] as const;

export type PaneId = (typeof panes)[number]['id'] | 'lesson';

/** What a phone shows. */
export type PhonePane = 'lesson' | 'code' | 'sql' | 'results';
