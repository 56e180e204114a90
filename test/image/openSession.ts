import { readFileSync } from 'node:fs';
import { withPgrxVersion } from '../../docker/pgrxVersion.mjs';
import { execToEnd } from '../support/execToEnd.ts';
import { dockerSubject } from '../support/subject.ts';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** A running session container, with what the tests of the image ask of it. */
export interface ImageSession extends AsyncDisposable {
  /** Runs a command in the project's folder; throws where the container is lost. */
  run(
    argv: readonly string[],
    options?: { cwd?: string; env?: Record<string, string>; input?: string | Buffer },
  ): Promise<Ended>;
  /** Runs a shell script and returns its output; throws where it fails. */
  shell(text: string): Promise<string>;
  /** Writes files below `/work/project`, whose folders are made. */
  write(files: Record<string, string>): Promise<void>;
}

/** Starts a session with the very settings of the server. */
export async function openSession(suite: string, postgres = 17): Promise<ImageSession> {
  const subject = dockerSubject(`image-${suite}`);
  const sandbox = await subject.start(postgres);
  const run: ImageSession['run'] = async (argv, { cwd = '/work/project', ...options } = {}) => {
    const { exit, stdout, stderr } = await execToEnd(subject.port, sandbox, argv, { cwd, ...options });
    if (exit.kind === 'lost') throw new Error(`${argv[0]} was lost: ${exit.message}`);
    return { code: exit.code, stdout: stdout.toString(), stderr: stderr.toString() };
  };
  return {
    run,
    async shell(text) {
      const { code, stdout, stderr } = await run(['/bin/sh', '-euc', text]);
      if (code !== 0) throw new Error(`exit ${code} of ${text}\n${stdout}\n${stderr}`);
      return stdout.trimEnd();
    },
    async write(files) {
      for (const [path, input] of Object.entries(files)) {
        const { code, stderr } = await run(
          ['/bin/sh', '-euc', 'mkdir -p "$(dirname "$1")"; cat > "$1"', 'sh', path],
          { input },
        );
        if (code !== 0) throw new Error(`${path}: ${stderr}`);
      }
    },
    [Symbol.asyncDispose]: () => subject[Symbol.asyncDispose](),
  };
}

/** A file of one of the projects beside these tests. */
export function projectFile(path: string): string {
  return withPgrxVersion(readFileSync(new URL(`projects/${path}`, import.meta.url), 'utf8'));
}
