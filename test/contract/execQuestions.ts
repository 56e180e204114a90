import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exec, ExecOptions, Sandbox } from '../../server/ports/sandboxPort.ts';
import { execToEnd } from '../support/execToEnd.ts';
import type { Subject } from '../support/subject.ts';

const sh = (text: string) => ['/bin/sh', '-c', text];
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What an exec does with its input, its output, its end. */
export function execQuestions(open: (suite: string) => Subject): void {
  let subject: Subject;
  let sandbox: Sandbox;
  beforeAll(async () => {
    subject = open('exec');
    sandbox = await subject.start();
  });
  afterAll(() => subject[Symbol.asyncDispose]());

  const run = (argv: string[], options?: ExecOptions & { input?: string | Buffer }) =>
    execToEnd(subject.port, sandbox, argv, options);
  const start = async (argv: string[], options?: ExecOptions): Promise<Exec> => {
    const exec = await subject.port.exec(sandbox, argv, options);
    if (!exec.ok) throw new Error(`${exec.error.kind}: ${exec.error.message}`);
    return exec.value;
  };

  it('tells the exit code', async () => {
    expect((await run(['true'])).exit).toEqual({ kind: 'exited', code: 0 });
    expect((await run(sh('exit 3'))).exit).toEqual({ kind: 'exited', code: 3 });
  });

  it('keeps the two outputs apart', async () => {
    const { stdout, stderr } = await run(sh('echo out; echo err >&2'));
    expect([stdout.toString(), stderr.toString()]).toEqual(['out\n', 'err\n']);
  });

  it('sets the environment and the folder', async () => {
    const { text } = await run(sh('echo "$GREETING"; pwd'), {
      env: { GREETING: 'a=b "c"\n$d' },
      cwd: '/work/home',
    });
    expect(text).toBe('a=b "c"\n$d\n/work/home\n');
    expect((await run(sh('echo "$GREETING"; pwd'), { env: { GREETING: '' } })).text).toBe(
      '\n/work/project\n',
    );
  });

  it('lets the process see the end of its input, and write on after it', async () => {
    expect((await run(['cat'], { input: 'all of it' })).text).toBe('all of it');
    expect((await run(['cat'])).text).toBe('');
  });

  it('carries 20 MB both ways, intact', async () => {
    const input = randomBytes(20 * 1024 * 1024);
    const { stdout, exit } = await run(['cat'], { input });
    expect(exit).toEqual({ kind: 'exited', code: 0 });
    expect(digest(stdout)).toBe(digest(input));
  });

  it('holds nothing unbounded for a reader that pauses, and loses nothing of it', async () => {
    const exec = await start(['yes']);
    await delay(500);
    expect(exec.stdout.readableLength).toBeLessThanOrEqual(512 * 1024);
    await exec.kill('KILL');
    exec.stderr.resume();
    let odd = 0;
    for await (const piece of exec.stdout as AsyncIterable<Buffer>) {
      odd += piece.filter((byte) => byte !== 0x79 && byte !== 0x0a).length;
    }
    expect(odd).toBe(0);
    expect(await exec.exit).toEqual({ kind: 'exited', code: 137 });
  });

  it('stops a writer whose process does not read', async () => {
    const exec = await start(['sleep', '1000']);
    let written = 0;
    const flood = async () => {
      while (!exec.stdin.destroyed && written < 64_000_000) {
        written += 65536;
        if (!exec.stdin.write(Buffer.alloc(65536)))
          await Promise.race([once(exec.stdin, 'drain'), exec.exit]);
      }
    };
    const flooding = flood();
    await delay(500);
    expect(written).toBeLessThan(16_000_000);
    exec.stdout.resume();
    exec.stderr.resume();
    await exec.kill('KILL');
    expect(await exec.exit).toEqual({ kind: 'exited', code: 137 });
    await flooding;
  });

  it('ends with its process, however much input that left unread', async () => {
    const exec = await start(sh('echo bye'));
    exec.stderr.resume();
    exec.stdin.write(Buffer.alloc(5_000_000));
    expect(await text(exec.stdout)).toBe('bye\n');
    expect(await exec.exit).toEqual({ kind: 'exited', code: 0 });
  });

  describe('with a terminal', () => {
    it('has the size it was given, and the one it is given later', async () => {
      const exec = await start(sh('stty size; read line; stty size'), { tty: { columns: 100, rows: 30 } });
      const said = text(exec.stdout);
      await delay(300);
      await exec.resize(132, 43);
      exec.stdin.write('\n');
      expect(await exec.exit).toEqual({ kind: 'exited', code: 0 });
      expect(await said).toContain('43 132');
    });
  });

  it('is killed when its signal aborts, at whatever time', async () => {
    for (const ms of [0, 5, 30, 60, 120, 300]) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), ms);
      const exec = await subject.port.exec(sandbox, ['sleep', '1000'], { signal: controller.signal });
      if (exec.ok) expect(await exec.value.exit).toEqual({ kind: 'exited', code: 137 });
      else expect(exec.error.kind).toBe('cancelled');
      clearTimeout(timer);
    }
    const before = await subject.port.exec(sandbox, ['sleep', '1000'], { signal: AbortSignal.abort() });
    expect(before).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('can be killed when it has ended', async () => {
    const exec = await start(['true']);
    exec.stdout.resume();
    exec.stderr.resume();
    await exec.exit;
    await exec.kill('TERM');
    await exec.kill('KILL');
    await exec.resize(80, 24);
  });
}
