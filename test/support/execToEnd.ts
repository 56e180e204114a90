import { buffer } from 'node:stream/consumers';
import type { ExecExit, ExecOptions, Sandbox, SandboxPort } from '../../server/sessions/sandboxPort.ts';

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

/** A shell script, its output without the last line end. */
export async function script(port: SandboxPort, sandbox: Sandbox, text: string): Promise<string> {
  const { text: said } = await execToEnd(port, sandbox, ['/bin/sh', '-c', text], { cwd: '/' });
  return said.trimEnd();
}
