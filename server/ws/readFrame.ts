import { z } from 'zod';
import { limits } from '../../protocol/limits.ts';
import { type ClientMessage, clientMessage, id } from '../../protocol/messages/clientMessage.ts';
import { parseJson } from '../base/parseJson.ts';

export type Frame =
  | { kind: 'message'; message: ClientMessage }
  /** A run whose project breaks a rule: the page is told, and nothing else happens. */
  | { kind: 'invalidRun'; run: string; message: string }
  | { kind: 'bad' };

const anyRun = z.object({ type: z.literal('run'), run: id });

const bounds = { depth: limits.clientFrameDepth, values: limits.clientFrameValues };

/** What a page said, checked. */
export function readFrame(data: string): Frame {
  const read = parseJson(data, bounds);
  if (!read.ok) return { kind: 'bad' };
  const { value } = read;
  const parsed = clientMessage.safeParse(value);
  if (parsed.success) return { kind: 'message', message: parsed.data };
  const run = anyRun.safeParse(value);
  if (!run.success) return { kind: 'bad' };
  const issues = parsed.error.issues.slice(0, 5);
  const message = issues.map((issue) => `${issue.path.slice(1).join('.')}: ${issue.message}`).join('\n');
  return { kind: 'invalidRun', run: run.data.run, message: message.slice(0, limits.textLength) };
}
