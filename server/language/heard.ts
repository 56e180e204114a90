import { z } from 'zod';
import { jsonBounds, moreThan, nestedOver, parseJson } from '../base/parseJson.ts';
import { warmUpId } from './warmUp.ts';

/** What a language server has said, as far as it is for us. */
export type Heard =
  | { kind: 'initialized' }
  | { kind: 'asked'; id: number | string }
  | { kind: 'tooLong' | 'tooDeep' }
  | { kind: 'progress'; text: string }
  | { kind: 'quiescent' }
  | { kind: 'warm' }
  | { kind: 'answer'; answer: unknown }
  | { kind: 'other' };

const id = z.union([z.int(), z.string().max(200)]);
const word = z.string().max(2000);
const spoken = z.union([
  z.object({ id, method: word }).transform((asked) => ({ kind: 'asked', id: asked.id }) as const),
  z
    .object({ method: z.literal('$/progress'), params: z.object({ value: z.object({ title: word }) }) })
    .transform(({ params }) => ({ kind: 'progress', text: params.value.title.slice(0, 80) }) as const),
  z
    .object({
      method: z.literal('experimental/serverStatus'),
      params: z.object({ quiescent: z.literal(true) }),
    })
    .transform(() => ({ kind: 'quiescent' }) as const),
  z
    .object({ id: z.literal('initialize'), result: z.unknown() })
    .transform(() => ({ kind: 'initialized' }) as const),
  z.object({ id: z.literal(warmUpId) }).transform(() => ({ kind: 'warm' }) as const),
]);

/** Reads one message; null is one that was too long to be read. */
export function heard(body: string | null): Heard {
  if (body === null) return { kind: 'tooLong' };
  // The longest answer that is let through has some 20,000 values: 200 completions with all that is to be inserted.
  const read = parseJson(body, jsonBounds);
  if (!read.ok) return notRead(read.error);
  const message = read.value;
  const known = spoken.safeParse(message);
  if (known.success) return known.data;
  if (typeof message !== 'object' || message === null || 'method' in message) return { kind: 'other' };
  return { kind: 'answer', answer: message };
}

function notRead(problem: string): Heard {
  if (problem === nestedOver(jsonBounds.depth)) return { kind: 'tooDeep' };
  return { kind: problem === moreThan(jsonBounds.values) ? 'tooLong' : 'other' };
}
