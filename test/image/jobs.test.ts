import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageSession, openSession } from './openSession.ts';

describe('job and job-kill', () => {
  let session: ImageSession;
  beforeAll(async () => {
    session = await openSession('jobs');
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
  });

  /** Processes whose command line has this word, but for those that look. */
  const running = (word: string) =>
    session.shell(`grep -lz '${word}' /proc/[0-9]*/cmdline 2>/dev/null | grep -v "/$$/" | while read -r file; do
      tr '\\0' ' ' < $file 2>/dev/null; echo; done | grep -v grep | grep -c '^sleep' || true`);
  /** Starts a job without waiting for its end. */
  const start = (id: string, command: string) =>
    session.shell(`(job ${id} sh -c '${command}' > /dev/null 2>&1 &) ; sleep 0.1`);

  it('passes streams, arguments and the exit status through', async () => {
    const { code, stdout, stderr } = await session.run(
      ['job', 'a-1', 'sh', '-c', 'cat; echo "$0" >&2; exit 7', 'a b'],
      {
        input: 'in',
      },
    );
    expect({ code, stdout, stderr }).toEqual({ code: 7, stdout: 'in', stderr: 'a b\n' });
  });

  it.each([
    ['job', 125],
    ['job ../x true', 125],
    ['job A true', 125],
    ['job a no-such-command', 127],
    ['job a /etc', 126],
  ])('refuses what it cannot run: %s', async (command, code) => {
    expect((await session.run(command.split(' '))).code).toBe(code);
  });

  it('takes what to become from its input, and nothing that is no order', async () => {
    const order = '/work\0A=b c\0\0sh\0-c\0pwd; echo "$A"; cat\0';
    const input = `\0\0\0${String.fromCharCode(order.length)}${order}rest`;
    expect(await session.run(['job', 'a'], { input })).toMatchObject({ code: 0, stdout: '/work\nb c\nrest' });
    expect((await session.run(['job', 'a'], { input: '' })).code).toBe(0);
    expect((await session.run(['job', 'a'], { input: '\0\0\0\u0002ab' })).code).toBe(125);
  });

  it('kills a job with its children, those that left its session, and nothing else', async () => {
    await start(
      'one',
      'sleep 1001 & setsid sleep 1002 & (setsid sh -c "sleep 1003 & sleep 1004" &) ; sleep 1005',
    );
    await start('two', 'sleep 2001 & sleep 2002');
    expect(await running('100[1-5]')).toBe('5');
    expect((await session.run(['job-kill', 'one', 'KILL'])).code).toBe(0);
    expect(await running('100[1-5]')).toBe('0');
    expect(await running('200[12]')).toBe('2');
    expect(await session.shell('psql -qAt -c "SELECT 1"')).toBe('1');
    await session.shell('job-kill two KILL');
    expect(await running('200[12]')).toBe('0');
  });

  it('ends a fork bomb', async () => {
    await start('bomb', 'bomb() { bomb | bomb & }; bomb; sleep 1');
    const { code } = await session.run(['job-kill', 'bomb', 'KILL']);
    expect(code).toBe(0);
    expect(await session.shell('psql -qAt -c "SELECT 1"')).toBe('1');
  });

  it('signals without killing', async () => {
    await start('polite', 'trap "echo got > /tmp/got; exit" TERM; while :; do sleep 0.05; done');
    await session.shell('job-kill polite');
    await session.shell('sleep 0.3');
    expect(await session.shell('cat /tmp/got')).toBe('got');
  });

  it('tells unknown jobs, bad ids and bad signals apart, and takes an ended job for done', async () => {
    const code = async (...argv: string[]) => (await session.run(['job-kill', ...argv])).code;
    expect(await code('never', 'KILL')).toBe(3);
    expect(await code('../x', 'KILL')).toBe(2);
    expect(await code('a-1', 'SEGV')).toBe(2);
    await session.run(['job', 'ended', 'true']);
    expect(await code('ended', 'KILL')).toBe(0);
  });
});
