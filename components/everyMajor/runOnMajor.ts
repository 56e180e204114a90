import type { RunEvent } from '../../protocol/events/events.ts';
import { problem } from '../../protocol/problem.ts';
import { type RunRequest, sessionHeader } from '../../protocol/project.ts';
import { eventLines } from './eventLines.ts';

/** Runs once in a container of its own; resolves to why its `done` will not come, in words, for where it has not. */
export async function runOnMajor(
  request: RunRequest,
  session: string | null,
  signal: AbortSignal,
  onEvent: (event: RunEvent) => void,
): Promise<string> {
  try {
    const response = await fetch('/api/v1/run', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(session === null ? {} : { [sessionHeader]: session }),
      },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok || !response.body) return await refusalOf(response);
    for await (const event of eventLines(response.body)) {
      // The compilers' and the server's logs are compared by nobody, and may be long.
      if (event.type !== 'log') onEvent(event);
      if (event.type === 'done') break;
    }
    return 'The server’s response was cut off. Run again.';
  } catch {
    if (signal.aborted) return 'Cancelled.';
    return 'The server can’t be reached. Your files are unchanged. Try again in a moment.';
  }
}

async function refusalOf(response: Response): Promise<string> {
  const told = problem.safeParse(await response.json().catch(() => null));
  const seconds = response.headers.get('Retry-After');
  const again = seconds === null ? '' : ` Try again in ${seconds} s.`;
  return `${told.data?.detail ?? told.data?.title ?? `The server returned status ${response.status}.`}${again}`;
}
