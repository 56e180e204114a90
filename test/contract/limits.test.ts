import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../server/ports/sandboxPort.ts';
import { dockerSandboxDefaults } from '../../server/sandbox/dockerSandboxOptions.ts';
import { execToEnd, script } from '../support/execToEnd.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { dockerSubject, type Subject } from '../support/subject.ts';

const opened = noteOpenResources();
const MiB = 1024 * 1024;

/** What happens in a small container when it is full, and that it goes on afterwards. */
describe('a container at its limits', () => {
  let subject: Subject;
  let small: Sandbox;
  let neighbour: Sandbox;
  beforeAll(async () => {
    subject = dockerSubject('limits', {
      memoryBytes: 256 * MiB,
      processes: 64,
      cpus: 0.5,
      fileBytes: 8 * MiB,
      openFiles: 64,
      tmpfs: {
        ...dockerSandboxDefaults.tmpfs,
        tmp: { bytes: 16 * MiB, inodes: 200 },
        shm: { bytes: 4 * MiB },
      },
    });
    [small, neighbour] = [await subject.start(), await subject.start()];
  });
  afterAll(async () => {
    await subject[Symbol.asyncDispose]();
    expect(await opened()).toEqual([]);
  });

  const shell = (text: string) => script(subject.port, small, `exec 2>&1; ${text}`);
  const answers = (sandbox: Sandbox) =>
    script(subject.port, sandbox, `psql -h /tmp -U postgres -d playground -Atc 'select 6 * 7'`);
  const usage = async (sandbox: Sandbox) => {
    const read = await subject.port.usage(sandbox);
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  };

  it('ends the process that takes too much memory, and no other', async () => {
    const hog = await execToEnd(subject.port, small, ['perl', '-e', 'push @x, "x" x 1_000_000 while 1']);
    expect(hog.exit).toEqual({ kind: 'exited', code: 137 });
    expect((await usage(small)).memoryLimitHits).toBeGreaterThan(0);
    expect((await usage(neighbour)).memoryLimitHits).toBe(0);
    expect(await answers(small)).toBe('42');
    expect(await answers(neighbour)).toBe('42');
  });

  it('refuses the process too many, and no earlier', async () => {
    const forks = `perl -e 'my $n = 0; while (defined(my $p = fork)) { if (!$p) { sleep 1; exit } $n++ } print "$n $!"'`;
    const said = await shell(forks);
    expect(said).toMatch(/^\d+ Resource temporarily unavailable$/);
    expect(Number.parseInt(said, 10)).toBeLessThan(64);
    expect(Number.parseInt(said, 10)).toBeGreaterThan(32);
    const { processLimit, processLimitHits } = await usage(small);
    expect({ processLimit, hit: (processLimitHits ?? 0) > 0 }).toEqual({ processLimit: 64, hit: true });
    expect((await usage(neighbour)).processLimitHits).toBe(0);
    expect(await answers(small)).toBe('42');
  });

  it('fills its own folders only, by size and by number of files', async () => {
    expect(
      await shell('for i in 1 2 3; do head -c 7000000 /dev/zero > /tmp/full$i; done; rm /tmp/full*'),
    ).toContain('No space left on device');
    const many = `perl -e 'while (open(F, ">", "/tmp/many$n")) { $n++ } print "$n $!"'`;
    expect(await shell(many)).toMatch(/^1\d\d No space left on device$/);
    // Full as it is, the next command starts.
    expect(await shell('rm /tmp/many*; echo removed')).toBe('removed');
    expect(await shell('head -c 6000000 /dev/zero > /dev/shm/full; rm /dev/shm/full')).toContain(
      'No space left on device',
    );
    expect(await answers(small)).toBe('42');
  });

  it('bounds one file, and the open files of one process', async () => {
    const grown = await shell(
      `perl -e '$SIG{XFSZ} = "IGNORE"; open(F, ">", "/work/big"); for (1 .. 20) { syswrite(F, "x" x 1048576) or die $! }'; stat -c %s /work/big`,
    );
    expect(grown).toContain('File too large');
    expect(grown).toMatch(new RegExp(`^${8 * MiB}$`, 'm'));
    const files = await shell(
      `perl -e 'while (open(my $f, "<", "/dev/null")) { push @f, $f } print scalar(@f), " $!"'`,
    );
    expect(files).toMatch(/^\d+ Too many open files$/);
    expect(Number.parseInt(files, 10)).toBeLessThan(64);
  });

  it('gets no more of the CPU than its share', async () => {
    const spin = `perl -MTime::HiRes=time -e 'my $end = time + 1.5; 1 while time < $end; my ($u, $s) = times; print $u + $s'`;
    expect(Number(await shell(spin))).toBeLessThan(1.1);
    const [v1, v2] = ['cat /sys/fs/cgroup/cpu/cpu.cfs_quota_us', 'cut -d" " -f1 /sys/fs/cgroup/cpu.max'];
    expect(await shell(`{ ${v1} || ${v2}; } 2>/dev/null`)).toBe('50000');
  });
});
