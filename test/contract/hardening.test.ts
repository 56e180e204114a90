import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerLabel } from '../../server/ports/labels.ts';
import type { Sandbox } from '../../server/ports/sandboxPort.ts';
import { dockerSandboxDefaults } from '../../server/sandbox/dockerSandboxOptions.ts';
import { execToEnd, script } from '../support/execToEnd.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { dockerSubject, type Subject } from '../support/subject.ts';

const opened = noteOpenResources();
const writable = ['/install', '/pgdata', '/tmp', '/work'];

/** What keeps a session in its container, asked of a running one: first from inside, then of the Engine. */
describe('a running container', () => {
  let subject: Subject;
  let sandbox: Sandbox;
  beforeAll(async () => {
    subject = dockerSubject('hardening');
    sandbox = await subject.start();
  });
  afterAll(async () => {
    await subject[Symbol.asyncDispose]();
    expect(await opened()).toEqual([]);
  });
  const shell = (text: string) => script(subject.port, sandbox, `exec 2>&1; ${text}`);

  it('runs everything as user 10001, without capabilities, under the seccomp profile', async () => {
    expect(await shell('id -u; id -g; id -G')).toBe('10001\n10001\n10001');
    const status = await shell('cat /proc/self/status');
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb']) {
      expect(status).toMatch(new RegExp(`^${set}:\\s0{16}$`, 'm'));
    }
    expect(status).toMatch(/^NoNewPrivs:\s1$/m);
    expect(status).toMatch(/^Seccomp:\s2$/m);
    expect(await shell(`cat /proc/[0-9]*/status | grep '^Uid:' | sort -u`)).toMatch(/^Uid:(\s10001){4}$/);
  });

  it('refuses the calls that reach for the kernel', async () => {
    const source = readFileSync(new URL('./refusedCalls.c', import.meta.url));
    const compiled = await execToEnd(
      subject.port,
      sandbox,
      ['gcc', '-w', '-xc', '-', '-o', '/work/refused'],
      { input: source },
    );
    expect(compiled.stderr.toString()).toBe('');
    const answers = (await shell('/work/refused')).split('\n');
    expect(answers).toHaveLength(36);
    expect(answers.filter((line) => !/ (EPERM|ENOSYS)$/.test(line))).toEqual([]);
    expect(answers).toContain('clone3 ENOSYS');
  });

  it('can write to its four folders and to shared memory, nowhere else', async () => {
    const found = await shell(
      `find / -path /proc -prune -o -path /sys -prune -o -type d -writable -print 2>/dev/null`,
    );
    const outside = found
      .split('\n')
      .filter(
        (path) =>
          ![...writable, '/dev/shm', '/dev/mqueue'].some((folder) => `${path}/`.startsWith(`${folder}/`)),
      );
    expect(outside).toEqual([]);
    expect(await shell('touch /usr/x /etc/x /x')).toMatch(/(Read-only file system\s*(touch.*)?){3}/);
    expect(await shell('echo x > /proc/sys/kernel/core_pattern; echo b > /proc/sysrq-trigger')).not.toBe('');
    expect(
      await shell(
        'ls /sys/fs/cgroup/*/cgroup.procs /sys/fs/cgroup/cgroup.procs 2>/dev/null | while read f; do echo 1 > $f; done',
      ),
    ).toMatch(/^(.*(Read-only|Permission denied).*\n?)+$/);
  });

  it('has its folders on memory, with the size, the inodes and the flags they were given', async () => {
    const mounts = await shell('cat /proc/mounts');
    const { tmpfs } = dockerSandboxDefaults;
    for (const [path, size, flag] of [
      ['/tmp', tmpfs.tmp, 'noexec'],
      ['/work', tmpfs.work, 'relatime'],
      ['/pgdata', tmpfs.pgdata, 'noexec'],
      ['/install', tmpfs.install, 'relatime'],
    ] as const) {
      const options = new RegExp(`^tmpfs ${path} tmpfs (\\S+)`, 'm').exec(mounts)?.[1]?.split(',');
      expect(options).toEqual(
        expect.arrayContaining([
          'rw',
          'nosuid',
          'nodev',
          flag,
          `size=${size.bytes / 1024}k`,
          `nr_inodes=${size.inodes}`,
        ]),
      );
    }
    expect(mounts).toMatch(
      new RegExp(`^shm /dev/shm tmpfs \\S*noexec\\S*size=${tmpfs.shm.bytes / 1024}k`, 'm'),
    );
    expect(mounts).toMatch(/^overlay \/ overlay ro,/m);
  });

  it('has no network but itself', async () => {
    expect(await shell(`tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '`)).toBe('lo');
    expect(await shell('cat /proc/net/route | tail -n +2')).toBe('');
    const connect = `perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(PeerAddr => "192.0.2.1:80", Timeout => 3) ? "connected" : $@'`;
    expect(await shell(connect)).toContain('Network is unreachable');
    expect(await shell('cat /proc/net/tcp /proc/net/tcp6 | grep -v local_address')).toBe('');
  });

  it('sees no process, no socket and no device of the machine', async () => {
    expect(Number(await shell('ls -d /proc/[0-9]* | wc -l'))).toBeLessThan(20);
    expect(await shell('find / -path /proc -prune -o -type s -print 2>/dev/null')).toBe('/tmp/.s.PGSQL.5432');
    const devices = await shell('find /dev -type b -o -type c | sort | tr "\\n" " "');
    expect(devices).toMatch(/^(\/dev\/(full|null|random|tty|urandom|zero|pts\/(ptmx|\d+)|console) ?)+$/);
    expect(await shell('cat /proc/sys/kernel/hostname')).toBe('playground');
    expect(await shell('cat /proc/kcore /proc/keys /proc/timer_list 2>/dev/null | wc -c')).toBe('0');
  });

  it('has the limits of a session', async () => {
    const limits = await shell('cat /proc/self/limits');
    const { fileBytes, openFiles } = dockerSandboxDefaults;
    expect(limits).toMatch(/^Max core file size +0 +0 /m);
    expect(limits).toMatch(new RegExp(`^Max file size +${fileBytes} +${fileBytes} `, 'm'));
    expect(limits).toMatch(new RegExp(`^Max open files +${openFiles} +${openFiles} `, 'm'));
    expect(limits).toMatch(/^Max msgqueue size +0 +0 /m);
    expect(await shell('cat /proc/self/oom_score_adj')).toBe('1000');
    // It may give up its 1000, and cannot get below 0, where the machine's own processes are.
    expect(await shell('echo -1 > /proc/self/oom_score_adj; cat /proc/self/oom_score_adj')).toMatch(
      /^1000$/m,
    );
    expect(await shell(`cd /tmp; perl -e 'kill SEGV => $$'; echo $?; ls /tmp | grep core`)).toMatch(/^139$/m);
  });

  it('is set up so, as the Engine tells', async () => {
    const { stdout } = await promisify(execFile)('docker', ['inspect', sandbox.id]);
    const [{ HostConfig, Config, AppArmorProfile }] = JSON.parse(stdout);
    expect(HostConfig).toMatchObject({
      NetworkMode: 'none',
      CapDrop: ['ALL'],
      CapAdd: null,
      Privileged: false,
      ReadonlyRootfs: true,
      PidMode: '',
      IpcMode: 'private',
      UsernsMode: '',
      Binds: null,
      Devices: null,
      Memory: dockerSandboxDefaults.memoryBytes,
      MemorySwap: dockerSandboxDefaults.memoryBytes,
      PidsLimit: dockerSandboxDefaults.processes,
      NanoCpus: dockerSandboxDefaults.cpus * 1e9,
      OomScoreAdj: 1000,
      Init: true,
      AutoRemove: true,
      LogConfig: { Type: 'none' },
    });
    expect(HostConfig.MaskedPaths).toContain('/proc/kcore');
    expect(HostConfig.SecurityOpt).toContain('no-new-privileges');
    expect(HostConfig.SecurityOpt.join()).not.toContain('unconfined');
    expect(AppArmorProfile ?? '').not.toBe('unconfined');
    expect(Config.User).toBe('10001:10001');
    expect(Config.Labels[ownerLabel]).toBe(subject.labels[ownerLabel]);
  });
});
