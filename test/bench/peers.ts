import type { Sandbox, SandboxPort } from '../../server/ports/sandboxPort.ts';
import { execToEnd } from '../support/execToEnd.ts';
import type { Subject } from './subjects.ts';

/** Milliseconds of one edit, each way, taken inside one container by its own clock. */
export interface PeerTimes {
  cargoPgrx: number[];
  rustc: number[];
  /** User and system time of the bare compiler and its linker, in milliseconds. */
  rustcCpu: number[];
}

const project = '/work/project';

async function shell(
  port: SandboxPort,
  sandbox: Sandbox,
  script: string,
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const argv = ['sh', '-ec', script];
  const { exit, text, stderr } = await execToEnd(port, sandbox, argv, { cwd: '/work', input, env });
  if (exit.kind === 'exited' && exit.code === 0) return text;
  throw new Error(`${script}\n${JSON.stringify(exit)}\n${text}${stderr}`.slice(-4000));
}

const now = 'date +%s%N';

/** `cargo pgrx run`'s steps without its psql prompt: install, restart, CREATE EXTENSION and the query by psql. */
function cargoPgrxWay(sql: string): string {
  const psql = 'psql -X -q -v ON_ERROR_STOP=1';
  return `cd ${project}; ${now}
cargo pgrx install --pg-config "$(command -v pg_config)" >/tmp/peer.log 2>&1 || { cat /tmp/peer.log; exit 1; }
pg_ctl -D /pgdata -m fast -w -s stop >/dev/null
postgres-start >/dev/null
${psql} -c 'DROP EXTENSION IF EXISTS my_extension CASCADE' -c 'CREATE EXTENSION my_extension' -c ${quote(sql)} >/dev/null
${now}`;
}

const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

function between(output: string): number {
  const [begun, ended] = output.trim().split('\n');
  return (Number(ended) - Number(begun)) / 1e6;
}

/**
 * The command line and environment with which cargo starts rustc for the project's own crate. The linker otherwise works in
 * a process that it leaves behind, whose time would be counted nowhere.
 */
async function rustcCommand(port: SandboxPort, sandbox: Sandbox): Promise<string> {
  const flags = '--lib --offline --features pg17 --no-default-features';
  const output = await shell(
    port,
    sandbox,
    `cd ${project}; touch src/lib.rs; cargo rustc -vv ${flags} -- -Clink-arg=-Wl,--no-gc-sections 2>&1`,
  );
  const command = /Running `(.*--crate-name my_extension .*)`/.exec(output)?.[1];
  if (!command) throw new Error(`cargo did not show rustc's command line:\n${output.slice(-2000)}`);
  return `${command} -Clink-arg=-Wl,--no-fork`;
}

function write(port: SandboxPort, sandbox: Sandbox, subject: Subject, edit: number): Promise<string> {
  const input = subject.files(edit)['src/lib.rs'] ?? '';
  return shell(port, sandbox, `cat >${project}/src/lib.rs`, { input });
}

/** Puts the starter's project with the subject in place, and does all of the `cargo pgrx` way that an edit does not undo. */
export async function beginCargoPgrx(
  port: SandboxPort,
  sandbox: Sandbox,
  subject: Subject,
  env: Record<string, string> = {},
): Promise<void> {
  await shell(port, sandbox, `rm -rf ${project}/* && cp -r /opt/pgrx/starter/. ${project}/`);
  await write(port, sandbox, subject, 0);
  await shell(port, sandbox, cargoPgrxWay(subject.sql), { env });
}

/** Milliseconds of the `cargo pgrx` way after the subject's nth edit, by the container's own clock. */
export async function timeCargoPgrx(
  port: SandboxPort,
  sandbox: Sandbox,
  subject: Subject,
  edit: number,
  env: Record<string, string> = {},
): Promise<number> {
  await write(port, sandbox, subject, edit);
  return between(await shell(port, sandbox, cargoPgrxWay(subject.sql), { env }));
}

/** Times both ways in this container, one after the other, at each of so many edits of the subject. */
export async function timePeers(
  port: SandboxPort,
  sandbox: Sandbox,
  subject: Subject,
  edits: number,
  firstEdit: number,
): Promise<PeerTimes> {
  const times: PeerTimes = { cargoPgrx: [], rustc: [], rustcCpu: [] };
  await beginCargoPgrx(port, sandbox, subject);
  const rustc = await rustcCommand(port, sandbox);
  for (let edit = firstEdit; edit < firstEdit + edits; edit++) {
    times.cargoPgrx.push(await timeCargoPgrx(port, sandbox, subject, edit));
    await write(port, sandbox, subject, edit + 100_000);
    const output = await shell(
      port,
      sandbox,
      `cd ${project}; ${now}; ${rustc} >/dev/null 2>&1; ${now}; times`,
    );
    times.rustc.push(between(output));
    times.rustcCpu.push(childCpu(output));
  }
  return times;
}

/** The last line of the shell's `times`: user and system time of its children, as `0m0.310s 0m0.080s`. */
function childCpu(output: string): number {
  const children = output.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
    0,
  );
}
