import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../server/ports/sandboxPort.ts';
import { execToEnd, script } from '../support/execToEnd.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { dockerSubject, type Subject } from '../support/subject.ts';

const opened = noteOpenResources();

describe('jobs that wait for what they are to become', () => {
  let subject: Subject;
  let watcher: Subject;
  let sandbox: Sandbox;
  let idle: number;
  beforeAll(async () => {
    subject = dockerSubject('spare-jobs');
    watcher = dockerSubject('spare-jobs-watcher', { spareJobs: 0 });
    sandbox = await subject.start();
    idle = await processes();
  });
  afterAll(async () => {
    await subject[Symbol.asyncDispose]();
    await watcher[Symbol.asyncDispose]();
    expect(await opened()).toEqual([]);
  });

  const processes = async () => {
    const usage = await watcher.port.usage(sandbox);
    if (!usage.ok || usage.value.processes === null) throw new Error('the processes are not counted');
    return usage.value.processes;
  };
  const waiting = (count: number) =>
    vi.waitFor(async () => expect(await processes()).toBe(idle + count), { timeout: 15_000, interval: 100 });

  it('are made when all is quiet, and take command, folder, environment and input', async () => {
    await waiting(2);
    const { text, exit } = await execToEnd(
      subject.port,
      sandbox,
      ['/bin/sh', '-c', 'echo "$0 $(pwd) $WORD"; cat; exit 7', ''],
      { cwd: '/work', env: { WORD: 'a=b' }, input: 'the rest\n' },
    );
    expect(exit).toEqual({ kind: 'exited', code: 7 });
    expect(text).toBe(' /work a=b\nthe rest\n');
    expect(await processes()).toBe(idle + 1);
    await waiting(2);
  });

  it('end with all they have started when their signal aborts', async () => {
    await waiting(2);
    const cancel = new AbortController();
    const exec = await subject.port.exec(sandbox, ['/bin/sh', '-c', 'sleep 4009 & setsid sleep 4009'], {
      signal: cancel.signal,
    });
    if (!exec.ok) throw new Error(exec.error.message);
    exec.value.stdout.resume();
    exec.value.stderr.resume();
    cancel.abort();
    expect(await exec.value.exit).toMatchObject({ kind: 'exited', code: 137 });
    await waiting(2);
  });

  it('are not needed: where a stranger has killed them, others are started', async () => {
    await waiting(2);
    await script(
      subject.port,
      sandbox,
      'for p in /proc/[0-9]*; do case "$(tr "\\0" " " < $p/cmdline)" in "/opt/pgrx/bin/job "*) kill -9 "$(basename $p)" ;; esac; done 2>/dev/null; true',
    );
    // The Engine tells of their end in its own time; until then one of them may be taken.
    await delay(1_000);
    expect(await script(subject.port, sandbox, 'echo here')).toBe('here');
    await waiting(2);
  });

  it('say so where there is no such command, as any job does', async () => {
    await waiting(2);
    const { exit, stderr } = await execToEnd(subject.port, sandbox, ['/no/such/command']);
    expect(exit).toEqual({ kind: 'exited', code: 127 });
    expect(stderr.toString()).toContain('/no/such/command');
  });

  it('end with the server that made them', async () => {
    await waiting(2);
    await subject.port.close();
    await waiting(0);
    await watcher.port.destroy(sandbox);
    subject = dockerSubject('spare-jobs');
  });
});
