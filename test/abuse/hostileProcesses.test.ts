import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { newId } from '../../server/base/newId.ts';
import { library, type Playground, startPlayground } from '../server/playground.ts';
import { type RealServer, startRealServer } from '../server/realServer.ts';
import { script } from '../support/execToEnd.ts';
import { SocketPage } from '../support/SocketPage.ts';

const calls = `
extern "C" {
    fn fork() -> i32;
    fn setsid() -> i32;
    fn kill(pid: i32, signal: i32) -> i32;
    fn close(file: i32) -> i32;
    fn _exit(code: i32) -> !;
}
/// A process that nothing ties to what has started it, but the files that it has open.
fn hold(work: fn()) {
    unsafe {
        if fork() == 0 {
            setsid();
            if fork() == 0 {
                work();
            }
            _exit(0);
        }
    }
}
/// A process that nothing ties to what has started it.
fn leave(work: fn()) {
    static WORK: std::sync::OnceLock<fn()> = std::sync::OnceLock::new();
    WORK.get_or_init(|| work);
    hold(|| {
        for file in 0..64 {
            unsafe { close(file) };
        }
        WORK.get().unwrap()();
    });
}
/// Sleeps, known by its name.
fn sleep() {
    use std::os::unix::process::CommandExt;
    let _ = std::process::Command::new("sleep").arg("7001").exec();
}
fn nap() {
    std::thread::sleep(std::time::Duration::from_secs(7001));
}
`;
const hello = library('#[pg_extern]\nfn hello() -> i32 { 1 }');
const buildScript = (body: string): ProjectFiles => ({
  ...hello,
  'build.rs': `${calls}\nfn main() { ${body} }`,
});

describe('what a build leaves running', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground('abuse-processes', { build: { buildMs: 30_000 } });
  });
  afterAll(() => playground[Symbol.asyncDispose]());

  const shell = (text: string) => script(playground.subject.port, playground.sandbox, text);
  /** How many processes there are of this command. */
  const running = async (command: string) => {
    const listed = await shell(
      `for file in /proc/[0-9]*/cmdline; do tr '\\0' ' ' < $file; echo; done 2> /dev/null`,
    );
    return listed.split('\n').filter((line) => line.trim() === command).length;
  };

  test('is ended with it, and nothing else is', async () => {
    const { port } = playground.subject;
    const other = await port.exec(playground.sandbox, ['sleep', '7002'], { cwd: '/' });
    if (!other.ok) throw new Error(other.error.message);
    other.value.stdout.resume();
    other.value.stderr.resume();
    // What was left to process 1 before is none of the build's.
    const earlier = await port.exec(playground.sandbox, [
      'sh',
      '-c',
      '(setsid sleep 7003 > /dev/null 2>&1 &)',
    ]);
    if (!earlier.ok) throw new Error(earlier.error.message);
    earlier.value.stdout.resume();
    earlier.value.stderr.resume();
    await earlier.value.exit;
    // As much as needs to pass between two processes' starts for the kernel to tell which was first.
    await shell('sleep 0.05');
    expect((await playground.run({ ...hello, 'build.rs': 'fn main() {}' }, 'select hello()')).end).toEqual({
      kind: 'ok',
    });
    expect([await running('sleep 7002'), await running('sleep 7003')]).toEqual([1, 1]);

    const { end, of } = await playground.run(buildScript('leave(sleep);'), 'select hello()');
    expect(end).toEqual({ kind: 'ok' });
    expect(of('statement')).toMatchObject([{ rows: [['1']] }]);
    expect([await running('sleep 7001'), await running('sleep 7002')]).toEqual([0, 1]);
    await other.value.kill('KILL');
  });

  test('is ended, however much it is', async () => {
    const { end } = await playground.run(buildScript('for _ in 0..50 { leave(sleep); }'), 'select hello()');
    expect(end).toEqual({ kind: 'ok' });
    expect(await running('sleep 7001')).toBe(0);
  });

  test('is ended where the build fails', async () => {
    const { end } = await playground.run(buildScript('leave(sleep); panic!("no");'));
    expect(end).toEqual({ kind: 'failed' });
    expect(await running('sleep 7001')).toBe(0);
  });

  test('is ended though its name hides what the kernel tells of it', async () => {
    const odd = () => shell('cat /proc/[0-9]*/comm | grep -c "^oddly)"; true');
    const { end } = await playground.run(
      buildScript('leave(|| { std::fs::write("/proc/self/comm", "oddly) Z 1 1\\n").unwrap(); nap(); });'),
      'select hello()',
    );
    expect(end).toEqual({ kind: 'ok' });
    expect(await odd()).toBe('0');
  });

  test('holds up nothing for long where it holds the streams of what has started it', async () => {
    const held = await playground.run(buildScript('hold(sleep);'), 'select hello()');
    // Cargo waits for the end of its build script's output.
    expect(held.end).toEqual({ kind: 'limited', what: 'time' });
    const psql = await playground.run(hello, '\\! sleep 7001 &\nselect 7');
    expect(['ok', 'limited']).toContain(psql.end.kind);
    expect(await running('sleep 7001')).toBe(0);
    expect((await playground.run(hello, 'select hello()')).end).toEqual({ kind: 'ok' });
  });

  test('that sits at the place of Postgres’s socket is ended, and Postgres is there again', async () => {
    const socket = '/tmp/.s.PGSQL.5432';
    const { end } = await playground.run(
      buildScript(
        `leave(|| { let _ = std::fs::remove_file("${socket}"); let _held = std::os::unix::net::UnixListener::bind("${socket}"); sleep(); });`,
      ),
      'select hello()',
    );
    expect(['ok', 'lost', 'failed', 'crashed', 'limited']).toContain(end.kind);
    expect(await running('sleep 7001')).toBe(0);
    if (end.kind === 'lost' || ('sandboxUnusable' in end && end.sandboxUnusable)) await playground.renew();
    expect((await playground.run(hello, 'select hello()')).end).toEqual({ kind: 'ok' });
  });

  test('where it kills what would end it, the container is given up', async () => {
    const files = buildScript(`leave(|| loop {
      for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Ok(pid) = entry.file_name().to_string_lossy().parse::<i32>() else { continue };
        let name = std::fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
        if name.starts_with("job") { unsafe { kill(pid, 9) }; }
      }
    });`);
    const { end } = await playground.run(files, 'select hello()');
    expect(end).toEqual({ kind: 'lost', message: expect.stringContaining('couldn’t be stopped') });
    await playground.renew();
    expect((await playground.run(hello, 'select hello()')).end).toEqual({ kind: 'ok' });
  });

  test('SQL that leaves a process at work holds up no run, and a reset ends it', async () => {
    const spinner = library(`${calls}
#[pg_extern]
fn spin() { leave(|| { std::fs::write("/proc/self/comm", "spinner").unwrap(); loop {} }); }
#[pg_extern]
fn hello() -> i32 { 1 }`);
    const spinning = () => shell('cat /proc/[0-9]*/comm 2> /dev/null | grep -c spinner; true');
    expect((await playground.run(spinner, 'select spin(); select hello()')).end).toEqual({ kind: 'ok' });
    expect(await spinning()).toBe('1');
    expect((await playground.run(spinner, 'select hello()')).end).toEqual({ kind: 'ok' });
    const context = { sandbox: playground.sandbox, emit: () => {}, signal: new AbortController().signal };
    expect(await playground.sql.reset(context, playground.state)).toEqual({ kind: 'ok' });
    expect(await spinning()).toBe('0');
  });
});

describe('all that runs in a container is killed', () => {
  let real: RealServer;
  beforeAll(async () => {
    real = await startRealServer('abuse-killed');
  });
  afterAll(() => real[Symbol.asyncDispose]());

  async function run(page: SocketPage, files: ProjectFiles, sql: string): Promise<RunEvent[]> {
    const id = newId();
    page.send({ type: 'run', run: id, request: { files, sql, mode: 'run' } });
    await page.until('event', ({ run: of, event }) => of === id && event.type === 'done');
    return page.of('event').flatMap(({ run: of, event }) => (of === id ? [event] : []));
  }

  async function goesOn(page: SocketPage): Promise<void> {
    await page.until('ended');
    const events = await run(page, hello, 'select hello()');
    expect(events).toContainEqual(expect.objectContaining({ type: 'statement', rows: [['1']] }));
    expect(events.at(-1)).toMatchObject({ outcome: 'ok' });
  }

  test('by SQL', async () => {
    await using page = await SocketPage.connect(real.server.url);
    const files = library(`${calls}\n#[pg_extern]\nfn kill_all() { unsafe { kill(-1, 9) }; }`);
    const events = await run(page, files, 'select kill_all(); select 1');
    const told = JSON.stringify(events);
    expect(told).not.toContain('Postgres was back');
    expect(events.at(-1)).toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('Run again to start a new one'),
    });
    await goesOn(page);
  });

  test('by a build script', async () => {
    await using page = await SocketPage.connect(real.server.url);
    const events = await run(page, buildScript('unsafe { kill(-1, 9) };'), 'select 1');
    expect(JSON.stringify(events)).not.toContain('Postgres was back');
    expect(events.at(-1)).toMatchObject({ outcome: 'unavailable' });
    await goesOn(page);
  });

  test('in a shell', async () => {
    await using page = await SocketPage.connect(real.server.url);
    expect((await run(page, hello, 'select hello()')).at(-1)).toMatchObject({ outcome: 'ok' });
    page.send({ type: 'terminal.open', terminal: 'shell', columns: 80, rows: 24 });
    await page.until('terminal.output');
    page.send({ type: 'terminal.input', terminal: 'shell', data: 'kill -9 -1; exit\r' });
    await goesOn(page);
    await vi.waitFor(() => expect(page.of('terminal.closed')).not.toEqual([]));
  });
});
