/** The parts of the page that the keyboard can go to, in the order of their numbers (Alt+1 …). */
export const panes = [
  { id: 'files', name: 'Files' },
  { id: 'code', name: 'Code' },
  { id: 'sql', name: 'SQL' },
  { id: 'results', name: 'Results' },
  { id: 'tools', name: 'Problems and logs' },
  { id: 'psql', name: 'psql' },
] as const;

export type PaneId = (typeof panes)[number]['id'];

/** What the bottom panel shows. */
export type ToolTab =
  | 'problems'
  | 'buildLog'
  | 'psql'
  | 'connections'
  | 'generatedSql'
  | 'serverLog'
  | 'settings'
  | 'shell'
  | 'objects';

/** What a phone shows. */
export type PhonePane = 'code' | 'sql' | 'results';
