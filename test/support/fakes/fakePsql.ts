import type { FakeProgram } from './fakeProcess.ts';

/** Plays psql far enough to type into: echoes, answers each line, ends on `\q` or Ctrl-D. */
export const fakePsql: FakeProgram = async ({ stdin, stdout, tty }) => {
  const prompt = 'playground=# ';
  stdout.write(`psql (17.11, played) on ${tty?.columns} columns\r\nType "help" for help.\r\n\r\n${prompt}`);
  let line = '';
  for await (const chunk of stdin) {
    for (const key of String(chunk)) {
      if (key === '\x04' || (key === '\r' && line.trim() === '\\q')) return 0;
      if (key === '\r') {
        stdout.write(`\r\n${line ? ` ?column? \r\n----------\r\n ${line}\r\n(1 row)\r\n\r\n` : ''}${prompt}`);
        line = '';
      } else if (key === '\x03') {
        stdout.write(`^C\r\n${prompt}`);
        line = '';
      } else if (key === '\x7f') {
        if (line) stdout.write('\b \b');
        line = line.slice(0, -1);
      } else {
        line += key;
        stdout.write(key);
      }
    }
  }
  return 0;
};
