import { randomBytes } from 'node:crypto';
import { limits } from '../../../protocol/limits.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { commandEnd } from '../../ports/commandEnd.ts';
import type { RunContext, StepEnd } from '../../ports/runPorts.ts';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { SandboxPort } from '../../ports/sandboxPort.ts';
import { completeProject, type Starter } from '../project/completeProject.ts';
import { projectCrates } from '../project/projectCrates.ts';
import { projectTar } from '../project/projectTar.ts';
import { rustfmtDiagnostic } from './rustfmtDiagnostic.ts';

/**
 * `$1` marks where a file begins in the output, `$2` is the edition; then come the files. Each is given to rustfmt by
 * itself, since it would follow `mod` into files that are not there yet.
 */
const formatScript = `
rm -rf /tmp/format && mkdir /tmp/format && tar -xmf - -C /tmp/format && cd /tmp/format || exit 70
mark=$1 edition=$2
shift 2
for path; do
  rustfmt --edition "$edition" --color never < "$path" > /tmp/format.out 2> /tmp/format.err
  code=$?
  [ -s /tmp/format.out ] && code=0
  [ $code = 0 ] && cmp -s /tmp/format.out "$path" && continue
  printf '\\n%s %d %s\\n' "$mark" $code "$path"
  if [ $code = 0 ]; then cat /tmp/format.out; else head -c 4096 /tmp/format.err; fi
done
rm -rf /tmp/format /tmp/format.out /tmp/format.err
`;

const formatMs = 15_000;

/** Tells what rustfmt would make of each Rust file of a project. */
export async function formatProject(
  port: SandboxPort,
  { sandbox, emit, signal }: RunContext,
  given: ProjectFiles,
  starter: Starter,
): Promise<{ kind: 'ok' } | StepEnd> {
  const paths = Object.keys(given).filter((path) => path.endsWith('.rs') && given[path]?.trim());
  const mark = randomBytes(12).toString('hex');
  const argv = ['sh', '-c', formatScript, 'sh', mark, edition(given, starter), ...paths];
  const ran = await runToEnd(port, sandbox, argv, {
    cwd: '/tmp',
    input: await projectTar(given),
    keepBytes: limits.runBytes / 2,
    timeoutMs: formatMs,
    signal,
  });
  if (!ran.ok)
    return commandEnd(ran.error, emit, `Formatting took over ${formatMs / 1000} s and was stopped.`);
  if (ran.value.truncated || ran.value.code !== 0)
    return { kind: 'failed', message: 'The files couldn’t be formatted.' };
  const told = formattedFiles(ran.value.stdout, mark, paths);
  if (told.some(({ text }) => text.length > limits.projectBytes))
    return { kind: 'failed', message: 'The formatted files would exceed the project size limit.' };
  const failed = told.filter(({ ok }) => !ok);
  for (const { file, text } of failed) emit(rustfmtDiagnostic(file, given[file] ?? '', text));
  if (failed.length > 0) return { kind: 'failed' };
  for (const { file, text } of told) emit({ type: 'formatted', file, text });
  return { kind: 'ok' };
}

interface Formatted {
  ok: boolean;
  file: string;
  text: string;
}

/** What the script has printed of each file, once; whatever else runs in the container may have printed more. */
export function formattedFiles(printed: string, mark: string, paths: readonly string[]): Formatted[] {
  const left = new Set(paths);
  return printed
    .split(`\n${mark} `, paths.length + 1)
    .slice(1)
    .flatMap((piece) => {
      const [, code = '', file = '', text = ''] = /^(\d+) ([^\n]*)\n(.*)$/s.exec(piece) ?? [];
      return left.delete(file) ? { ok: code === '0', file, text } : [];
    });
}

/** The crate's edition, or where its Cargo.toml says none that can be read, that of most. */
function edition(given: ProjectFiles, starter: Starter): string {
  const crates = projectCrates(completeProject(given, starter));
  const said = crates.ok ? crates.value.built.manifest.edition : '';
  return /^20(15|18|21|24)$/.test(said) ? said : '2021';
}
