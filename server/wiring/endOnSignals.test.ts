import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';

const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);

/** A process of its own that does this; its exit code and what it has printed. */
function run(body: string): Promise<{ code: number; printed: string }> {
  const script = `
    import { endOnSignals } from ${here('./endOnSignals.ts')};
    import { onContained } from ${here('../base/contain.ts')};
    const said = (fields, message) => console.log(message);
    const ending = endOnSignals({ debug: said, info: said, warn: said, error: said });
    onContained((door, error) => console.log(door, error.message));
    ending.add(async () => console.log('closed'));
    ${body}`;
  const argv = ['--no-warnings', '--input-type=module', '-e', script];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, argv, (_error, printed) =>
      resolve({ code: child.exitCode ?? -1, printed }),
    );
  });
}
const bugs = `
  setTimeout(() => { throw new Error('thrown'); });
  setTimeout(() => { Promise.reject(new Error('rejected')); }, 1);`;

it('closes everything and ends after an error that nobody caught while the server starts', async () => {
  expect(await run(`${bugs} setTimeout(() => {}, 10_000);`)).toEqual({
    code: 1,
    printed: expect.stringMatching(/^uncaught error\n[\s\S]*closed\n$/),
  });
});

it('tells of errors that nobody caught once people are served, and goes on', async () => {
  const later = `setTimeout(async () => { console.log('goes on'); await ending.end(0); }, 50);`;
  expect(await run(`ending.serve(); ${bugs} ${later}`)).toEqual({
    code: 0,
    printed: 'process thrown\nprocess rejected\ngoes on\nclosed\n',
  });
});
