import { type RunEvent, runEvent } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';

/** The events of an answer of `POST /api/v1/run`, as they come. Ends early at a line that is no event, or none at all. */
export async function* eventLines(body: ReadableStream<Uint8Array>): AsyncGenerator<RunEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.byteLength;
      if (bytes > 2 * limits.runBytes) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const event = parsed(line);
        if (!event) return;
        yield event;
      }
    }
  } finally {
    // A server that sends on is not listened to; one that has ended has nothing to cancel.
    await reader.cancel().catch(() => {});
  }
}

function parsed(line: string): RunEvent | null {
  try {
    return runEvent.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
