import type { TerminalProgram } from './Terminal.ts';

const environment = {
  PGHOST: '/tmp',
  PGUSER: 'postgres',
  PGDATABASE: 'playground',
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  EDITOR: 'nano',
};

/** `-P pager=off`: the page scrolls; the image has no pager. */
export const psqlProgram: TerminalProgram = {
  title: 'psql',
  argv: ['psql', '-X', '-P', 'pager=off'],
  env: { ...environment, PSQL_HISTORY: '/work/home/.psql_history' },
  lost: 'psql lost its connection or was terminated. Open it again to continue.',
};

/** For cargo and cargo-pgrx by hand, in the folder that Run writes the files to. */
export const shellProgram: TerminalProgram = {
  title: 'The shell',
  argv: ['bash', '-i'],
  env: { ...environment, PAGER: 'cat', PSQL_PAGER: 'cat', HISTFILE: '/work/home/.bash_history' },
  lost: 'The shell was terminated. Open it again to continue.',
};
