import { buffer } from 'node:stream/consumers';
import type { ExecExit, ExecOptions, Sandbox, SandboxPort } from '../../server/ports/sandboxPort.ts';

/** Runs a command to its end with this input. Throws where it cannot be started. */
export async function execToEnd(
  port: SandboxPort,
  sandbox: Sandbox,
  argv: readonly string[],
  { input = '', ...options }: ExecOptions & { input?: string | Buffer } = {},
): Promise<{ exit: ExecExit; stdout: Buffer; stderr: Buffer; text: string }> {
  const started = await port.exec(sandbox, argv, options);
  if (!started.ok) throw new Error(`${argv.join(' ')}: ${started.error.kind}: ${started.error.message}`);
  const exec = started.value;
  exec.stdin.end(input);
  const [stdout, stderr] = await Promise.all([buffer(exec.stdout), buffer(exec.stderr)]);
  return { exit: await exec.exit, stdout, stderr, text: stdout.toString() };
}

/** A shell script, its output without the last line end. Throws where it did not run to an end of its own. */
export async function script(port: SandboxPort, sandbox: Sandbox, text: string): Promise<string> {
  const { text: said, exit, stderr } = await execToEnd(port, sandbox, ['/bin/sh', '-c', text], { cwd: '/' });
  if (exit.kind === 'lost') throw new Error(exit.message);
  // The job's own failure, and a shell that was killed.
  if (exit.code === 125 || exit.code > 128) throw new Error(`exit code ${exit.code}: ${stderr}`);
  return said.trimEnd();
}
