import { problem } from '../../protocol/problem.ts';
import { type SourceAnswer, sourceAnswer } from '../../protocol/source.ts';
import { answerOf } from './answerOf.ts';
import type { OpenedContent } from './openedContent.ts';
import { textName } from './textName.ts';

/** A library, a script, or both, from the sources that the operator of this server lists. */
export async function fetchSources(files: readonly string[], signal: AbortSignal): Promise<OpenedContent> {
  const answers = await Promise.all(files.map((file) => fetchSource(file, signal)));
  const failed = answers.find((answer) => 'message' in answer);
  if (failed && 'message' in failed) return { kind: 'failed', message: failed.message };
  const read = answers.filter((answer) => 'address' in answer);
  return {
    kind: 'content',
    content: {
      title: read[0]?.title ?? '',
      files: Object.assign({}, ...read.map((one) => one.files)),
      sql: read.map(({ sql }) => sql).join(''),
    },
    name: `src:${textName(files.join('\n'))}`,
    from: read.map(({ address }) => address).join(' and '),
  };
}

async function fetchSource(file: string, signal: AbortSignal): Promise<SourceAnswer | { message: string }> {
  const response = await answerOf(`/api/v1/sources?src=${encodeURIComponent(file)}`, { signal });
  if (!(response instanceof Response)) return response;
  const body: unknown = await response.json().catch(() => null);
  const answer = response.ok ? sourceAnswer.safeParse(body).data : undefined;
  if (answer) return answer;
  const detail = problem.safeParse(body).data?.detail ?? `The server returned status ${response.status}.`;
  return { message: `Can’t open ${file.slice(0, 200)}. ${detail}` };
}
