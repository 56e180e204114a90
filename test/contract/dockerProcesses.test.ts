import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../server/ports/sandboxPort.ts';
import { execToEnd, script } from '../support/execToEnd.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { dockerSubject, type Subject } from '../support/subject.ts';

const opened = noteOpenResources();

describe('processes in a container', () => {
  let subject: Subject;
  let sandbox: Sandbox;
  beforeAll(async () => {
    subject = dockerSubject('processes');
    sandbox = await subject.start();
  });
  afterAll(async () => {
    await subject[Symbol.asyncDispose]();
    expect(await opened()).toEqual([]);
  });

  const shell = (text: string) => script(subject.port, sandbox, text);
  /** How many processes have this word in their command line, the asking ones apart. */
  const running = async (word: string) => {
    const listed = await shell(`cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '`);
    return listed.split(word).length - 1;
  };
  const start = async (text: string) => {
    const exec = await subject.port.exec(sandbox, ['/bin/sh', '-c', text], { cwd: '/' });
    if (!exec.ok) throw new Error(exec.error.message);
    exec.value.stderr.resume();
    return exec.value;
  };

  it('are killed with their children, what ignores signals, and what fled into a session of its own', async () => {
    const exec = await start(`trap '' INT TERM
      sleep 4001 & (sleep 4001 & sleep 4001) &
      setsid sleep 4001 & (setsid sh -c 'sleep 4001; :' &)
      sleep 4001`);
    exec.stdout.resume();
    await vi.waitFor(async () => expect(await running('sleep 4001')).toBeGreaterThanOrEqual(6));
    await exec.kill('KILL');
    expect(await exec.exit).toEqual({ kind: 'exited', code: 137 });
    expect(await running('sleep 4001')).toBe(0);
  });

  it('get INT and TERM as a group, and may take them', async () => {
    for (const signal of ['INT', 'TERM'] as const) {
      const exec = await start(
        `trap 'echo caught; exit 5' ${signal}; echo ready; while :; do sleep 0.05; done`,
      );
      let said = '';
      exec.stdout.on('data', (piece) => {
        said += piece;
      });
      await vi.waitFor(() => expect(said).toBe('ready\n'));
      await exec.kill(signal);
      expect(await exec.exit).toEqual({ kind: 'exited', code: 5 });
      await vi.waitFor(() => expect(said).toBe('ready\ncaught\n'));
    }
  });

  it('leave those of another exec alone when they are killed', async () => {
    const [one, other] = [await start('sleep 4002'), await start('sleep 4003')];
    one.stdout.resume();
    other.stdout.resume();
    await one.kill('KILL');
    await one.exit;
    expect(await running('sleep 4003')).toBeGreaterThan(0);
    await other.kill('KILL');
    await other.exit;
  });

  it('wait in their write while nobody reads', async () => {
    const exec = await start(`perl -e '$| = 1; open(F, ">", "/tmp/written");
      while (1) { print "x" x 65536; $n += 65536; seek(F, 0, 0); syswrite(F, "$n\\n") }'`);
    await delay(1500);
    const first = Number(await shell('cat /tmp/written'));
    await delay(700);
    const second = Number(await shell('cat /tmp/written'));
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(first);
    expect(second).toBeLessThan(8_000_000);
    const kill = exec.kill('KILL');
    exec.stdout.resume();
    await kill;
    await exec.exit;
  });

  it('leave nothing open here, run after run', async () => {
    const quiet = noteOpenResources();
    for (let i = 0; i < 100; i++) await execToEnd(subject.port, sandbox, ['true']);
    expect(await quiet()).toEqual([]);
  });

  it('are counted, and a kill for want of memory as well', async () => {
    const usage = async () => {
      const read = await subject.port.usage(sandbox);
      if (!read.ok) throw new Error(read.error.message);
      return read.value;
    };
    const before = await usage();
    expect(before).toMatchObject({ memoryLimitHits: 0, processLimitHits: 0, processLimit: 256 });
    expect(before.memoryLimitBytes).toBe(1024 * 1024 * 1024);
    expect(before.memoryBytes).toBeGreaterThan(500_000);
    expect(before.processes).toBeGreaterThan(1);
    const hog = await execToEnd(subject.port, sandbox, ['perl', '-e', 'push @x, "x" x 10_000_000 while 1']);
    expect(hog.exit).toEqual({ kind: 'exited', code: 137 });
    expect((await usage()).memoryLimitHits).toBeGreaterThan(0);
  });

  it('meet their limit, which is told as such, and can be killed even then', async () => {
    const bomb = await start(
      `perl -e 'while (1) { my $p = fork; if (defined $p && !$p) { sleep 4004; exit } }'`,
    );
    bomb.stdout.resume();
    await vi.waitFor(async () => {
      const usage = await subject.port.usage(sandbox);
      expect(usage.ok && usage.value.processLimitHits).toBeGreaterThan(0);
    }, 30_000);
    // One process more may be started from outside, which then can start no other; or it is refused, by its name; or what
    // starts it, a program in Go, is refused a thread and dies with 2.
    for (let i = 0; i < 20; i++) {
      const next = await subject.port.exec(sandbox, ['true']);
      if (next.ok)
        expect([0, 2].map((code) => ({ kind: 'exited', code }))).toContainEqual(await next.value.exit);
      else expect(next.error.kind).toBe('processes');
    }
    await bomb.kill('KILL');
    expect((await bomb.exit).kind).toBe('exited');
    expect(await running('sleep 4004')).toBe(0);
  });

  it('end with the container, which is told', async () => {
    const doomed = await subject.start();
    const gone = vi.fn();
    subject.port.onGone(doomed, gone);
    const stopped = vi.fn();
    subject.port.onGone(doomed, stopped)();
    const exec = await subject.port.exec(doomed, ['sleep', '1000'], { cwd: '/' });
    if (!exec.ok) throw new Error(exec.error.message);
    exec.value.stdout.resume();
    exec.value.stderr.resume();
    // All but the shell itself and the container's init, which then ends.
    await subject.port.exec(doomed, ['sh', '-c', 'kill -9 -1'], { cwd: '/' });
    const exit = await exec.value.exit;
    expect(exit.kind === 'lost' || exit.code === 137).toBe(true);
    await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce(), 3000);
    expect(stopped).not.toHaveBeenCalled();
    expect(await subject.port.exec(doomed, ['true'])).toMatchObject({ error: { kind: 'gone' } });
  });
});
