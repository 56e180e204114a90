import type { ProjectFiles } from '../../protocol/project.ts';
import { projectTar } from '../build/project/projectTar.ts';
import type { Sandbox, SandboxPort } from '../ports/sandboxPort.ts';
import { writeProject } from './rustAnalyzer.ts';

/** Makes the language server's copy of the project; says in words why it could not. */
export async function writeFiles(
  port: SandboxPort,
  sandbox: Sandbox,
  files: ProjectFiles,
  signal: AbortSignal,
): Promise<string | null> {
  const tar = await projectTar(files);
  const started = await port.exec(sandbox, ['sh', '-c', writeProject], { cwd: '/', signal });
  if (!started.ok) return started.error.message;
  const { stdin, stdout, stderr, exit } = started.value;
  stdin.on('error', () => {});
  stdout.resume();
  stderr.resume();
  stdin.end(tar);
  const end = await exit;
  if (end.kind === 'lost') return end.message;
  return end.code === 0 ? null : 'The project files couldn’t be written.';
}
