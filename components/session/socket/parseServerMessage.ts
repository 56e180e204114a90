import { z } from 'zod';
import { type ServerMessage, serverMessage } from '../../../protocol/messages/serverMessage.ts';

/** An event of a kind that this page does not know: its place in the order counts all the same. */
export interface UnknownEvent {
  type: 'unknownEvent';
  seq: number;
  run: string;
}

const knownTypes: ReadonlySet<string> = new Set(
  serverMessage.options.map((option) => option.shape.type.value),
);
const typed = z.object({ type: z.string() });
const foreignEvent = z.object({
  type: z.literal('event'),
  seq: z.int().positive(),
  run: z.string().max(22),
  event: typed,
});

/**
 * The message in a frame; `ignored` for one of a type that a newer server has added (SPEC.md, V2), and `bad` for what
 * no server of this protocol says.
 */
export function parseServerMessage(frame: string): ServerMessage | UnknownEvent | 'ignored' | 'bad' {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return 'bad';
  }
  const message = serverMessage.safeParse(json);
  if (message.success) return message.data;
  const event = foreignEvent.safeParse(json);
  if (event.success) return { type: 'unknownEvent', seq: event.data.seq, run: event.data.run };
  const other = typed.safeParse(json);
  return other.success && !knownTypes.has(other.data.type) ? 'ignored' : 'bad';
}
