import { z } from 'zod';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { type Versions, versions } from '../../protocol/versions.ts';
import { parseJson } from '../base/parseJson.ts';
import { runToEnd } from '../ports/runToEnd.ts';
import type { Sandbox, SandboxPort } from '../ports/sandboxPort.ts';

/** The image's list may leave out these, which then carry pgrx's version; pgrx-bench is told by itself, as it may lag behind. */
const ownCrates = ['pgrx', 'pgrx-tests'];

/** The image has some 200 crates, of three values each. */
const listBounds = { depth: 3, values: 10_000 };

/** Three lines with a version each, those of pgrx-bench, then the image's own list of crates, which an image may lack. */
const script = [
  'pg_config --version && rustc --version && cargo pgrx --version',
  'echo pgrx-bench $(ls /opt/pgrx/vendor 2>/dev/null | sed -n "s/^pgrx-bench-//p")',
  'cat /opt/pgrx/crates.json 2>/dev/null || echo []',
].join(' && ');

const answer =
  /^PostgreSQL (\S+)(?:[ \t][^\n]*)?\nrustc (\S+)(?:[ \t][^\n]*)?\ncargo-pgrx (\S+)(?:[ \t][^\n]*)?\n(?:pgrx-bench([^\n]*)\n)?(.*)$/s;

/** Asks a container what a run in it is made with. */
export async function askVersions(port: SandboxPort, sandbox: Sandbox): Promise<Result<Versions, string>> {
  const asked = await runToEnd(port, sandbox, ['sh', '-c', script], {
    cwd: '/',
    keepBytes: 256 * 1024,
    timeoutMs: 20_000,
  });
  if (!asked.ok) return fail(`Reading the versions from the session image failed: ${asked.error.message}`);
  const read = readVersions(asked.value.stdout, sandbox.postgres);
  if (read) {
    const [{ version } = { version: '' }] = read.postgres;
    const major = Number.parseInt(version, 10);
    if (major !== sandbox.postgres) return fail(otherMajor(sandbox.postgres, version, major));
    const { pgrx } = sandbox;
    if (pgrx === undefined || read.pgrx === pgrx) return ok(read);
    return fail(`The session image that is set for pgrx ${pgrx} has pgrx ${read.pgrx}.`);
  }
  const said = `${asked.value.stdout.slice(0, 300)}${asked.value.stderr.slice(0, 300)}`;
  return fail(`The session image printed unexpected version information: ${said}`);
}

function otherMajor(listed: number, version: string, major: number): string {
  return `The session image that PLAYGROUND_IMAGE lists for Postgres ${listed} has Postgres ${version}. List it as ${major}=…`;
}

/** The versions in what the image answered, or null where it is not as expected. */
export function readVersions(text: string, major: number): Versions | null {
  const [, version, rustc, pgrx, bench = '', json] = answer.exec(text) ?? [];
  const crates = z
    .string()
    .transform((value, context): unknown => {
      const read = parseJson(value, listBounds);
      if (read.ok) return read.value;
      context.addIssue('not JSON');
      return z.NEVER;
    })
    .pipe(versions.shape.crates)
    .safeParse(json);
  if (!crates.success) return null;
  const listed = new Set(crates.data.map(({ name }) => name));
  const benches = bench.split(' ').flatMap((one) => (one === '' ? [] : { name: 'pgrx-bench', version: one }));
  const own = [...ownCrates.map((name) => ({ name, version: pgrx })), ...benches].filter(
    ({ name }) => !listed.has(name),
  );
  // Without a list nothing is known of the image's crates, and cargo answers for those that are not there.
  const all = crates.data.length > 0 ? [...own, ...crates.data] : [];
  const parsed = versions.safeParse({ postgres: [{ major, version }], pgrx, rustc, crates: all });
  return parsed.success ? parsed.data : null;
}
