import { problem } from '../../../protocol/problem.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import { type SourceAnswer, sourceAnswer } from '../../../protocol/source.ts';
import { requestApi } from './requestApi.ts';

/** What was read of listed sources, and from where. */
interface FetchedSources {
  content: Pick<SourceAnswer, 'title' | 'files' | 'sql'>;
  from: string;
}

/** A library, a script, or both, from the sources that the operator of this server lists; or why not, in words. */
export async function fetchSources(
  files: readonly string[],
  signal: AbortSignal,
): Promise<Result<FetchedSources, string>> {
  const answers = await Promise.all(files.map((file) => fetchSource(file, signal)));
  const failed = answers.find((answer) => !answer.ok);
  if (failed) return failed;
  const read = answers.flatMap((answer) => (answer.ok ? answer.value : []));
  return ok({
    content: {
      title: read[0]?.title ?? '',
      files: Object.assign({}, ...read.map((one) => one.files)),
      sql: read.map(({ sql }) => sql).join(''),
    },
    from: read.map(({ address }) => address).join(' and '),
  });
}

async function fetchSource(file: string, signal: AbortSignal): Promise<Result<SourceAnswer, string>> {
  const sent = await requestApi(`/api/v1/sources?src=${encodeURIComponent(file)}`, { signal });
  if (!sent.ok) return fail(sent.error.message);
  const response = sent.value;
  const body: unknown = await response.json().catch(() => null);
  const answer = response.ok ? sourceAnswer.safeParse(body).data : undefined;
  if (answer) return ok(answer);
  const detail = problem.safeParse(body).data?.detail ?? `The server returned status ${response.status}.`;
  return fail(`Can’t open ${file.slice(0, 200)}. ${detail}`);
}
