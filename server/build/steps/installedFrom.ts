import { z } from 'zod';
import type { Diagnostic } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import type { ProjectFiles } from '../../../protocol/project.ts';
import { clipText } from '../../base/clipText.ts';
import { parseJson } from '../../base/parseJson.ts';
import type { Emit, Installed, StepEnd } from '../../ports/runPorts.ts';
import { controlFile } from '../project/completeProject.ts';
import { schemaPlace } from './schemaPlace.ts';

/** What `install-extension` prints, as docker/README.md has it. */
const installAnswer = z.union([
  z.object({
    name: z.string().max(200),
    version: z.string().max(200),
    sql: z.string(),
    sqlChanged: z.boolean(),
    soChanged: z.boolean(),
    controlChanged: z.boolean(),
    preload: z.boolean(),
  }),
  z.object({ error: z.object({ kind: z.string(), message: z.string(), hint: z.string() }) }),
]);

/** Seven fields, one within the other at most, and room for what a later tool may add. */
const answerBounds = { depth: 4, values: 100 };

/** Settings of Postgres that a project can bring. */
const settingsPath = 'postgresql.conf';

/** Reads the install tool's line: the extension that is in place, or why none is, which is then told. */
export function installedFrom(
  line: string,
  project: { files: ProjectFiles; folder: string; emit: Emit; failure: string },
): { kind: 'installed'; installed: Installed } | StepEnd {
  const { files, emit } = project;
  const read = parseJson(line, answerBounds);
  const answer = installAnswer.safeParse(read.ok ? read.value : null);
  if (answer.success && !('error' in answer.data)) {
    const sources = Object.keys(files);
    return {
      kind: 'installed',
      installed: { ...answer.data, settings: files[settingsPath] ?? null, sources },
    };
  }
  const error =
    answer.success && 'error' in answer.data
      ? answer.data.error
      : {
          kind: 'unknown',
          message: project.failure.trim() || 'The extension couldn’t be installed.',
          hint: '',
        };
  if (error.kind === 'cannotWrite' && /os error 28\b|No space left/.test(error.message)) {
    const message = 'The session’s disk is full, so the extension couldn’t be installed.';
    emit({ type: 'limit', what: 'disk', message });
    return { kind: 'limited', what: 'disk' };
  }
  emit(installDiagnostic(error, files, project.folder));
  return { kind: 'failed' };
}

function installDiagnostic(
  { kind, message, hint }: InstallError,
  files: ProjectFiles,
  folder: string,
): Diagnostic {
  const unresolved = message.indexOf('` did not resolve');
  const isAlias = unresolved >= 0 && message.includes(ofIterators);
  const what = isAlias
    ? `${message.slice(0, unresolved)}\` can’t be resolved. pgrx must see TableIterator or SetOfIterator in the signature itself, not a type alias of it`
    : withoutStop(message);
  const text = clipText(hint && !isAlias ? `${what}. ${hint}` : what, limits.textLength - 100);
  const control = controlFile(files, folder);
  const named =
    kind === 'badManifest' ? `${folder}Cargo.toml` : controlKinds.has(kind) && control ? control : null;
  const place = named ? { file: named, line: 1, column: 1 } : schemaPlace(message, files);
  return {
    type: 'diagnostic',
    severity: 'error',
    code: null,
    message: text,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.line ?? null,
    endColumn: place?.column ?? null,
    rendered: `\u001b[1m\u001b[91merror\u001b[0m\u001b[1m: ${text}\u001b[0m\n`,
    suggestions: [],
  };
}

/** How pgrx names the types of its iterators. */
const ofIterators = 'type ident `pgrx::iter::';

/** A message without the full stop that a hint brings with it. By hand: a pattern for it takes a long row of dots apart at each. */
function withoutStop(message: string): string {
  let end = message.length;
  while (end > 0 && '. \n'.includes(message.charAt(end - 1))) end -= 1;
  return message.slice(0, end);
}

interface InstallError {
  kind: string;
  message: string;
  hint: string;
}

const controlKinds = new Set([
  'badControlFile',
  'ambiguousControlFile',
  'badName',
  'badVersion',
  'noGitHash',
]);
