import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { eventLines } from './eventLines.ts';

const events: RunEvent[] = [
  { type: 'phase', phase: 'building' },
  { type: 'log', stream: 'stdout', text: 'Übersetzt ✓\n' },
  { type: 'done', outcome: 'ok', ms: 1 },
];
const bytes = new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join(''));

const collect = async (chunks: Uint8Array[]) => {
  const found: RunEvent[] = [];
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  for await (const event of eventLines(body)) found.push(event);
  return found;
};

it('reads the same events wherever the network cuts them, also inside a character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const chunks = places.slice(1).map((end, index) => bytes.slice(places[index], end));
      expect(await collect(chunks)).toEqual(events);
    }),
  );
});

it('stops at what is no event, and takes no half line for one', async () => {
  const text = (value: string) => new TextEncoder().encode(value);
  expect(await collect([text('{"type":"build","ok":true,"ms":1}\n{"type":"evil"}\n'), bytes])).toHaveLength(
    1,
  );
  expect(await collect([text('{"type":"build","ok":true,"ms":1}')])).toEqual([]);
});
