import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { FakeClock } from '../../test/support/fakes/FakeClock.ts';
import { RunStream } from './RunStream.ts';

function streamOf(bytes = 1_000) {
  const clock = new FakeClock();
  const events: (RunEvent & { at: number })[] = [];
  let full = 0;
  const stream = new RunStream({
    clock,
    bytes,
    sink: (event, at) => events.push({ ...event, at }),
    onFull: () => {
      full += 1;
    },
  });
  return { clock, stream, events, fulls: () => full, types: () => events.map(({ type }) => type) };
}

const log = (text: string) => ({ type: 'log', stream: 'stdout', text }) as const;

describe('RunStream', () => {
  it('[E4] puts a phase first where no step has said one', () => {
    const { stream, types } = streamOf();
    stream.emit(log('x'));
    expect(types()).toEqual(['phase', 'log']);
    const empty = streamOf();
    empty.stream.done('unavailable', 'why');
    expect(empty.types()).toEqual(['phase', 'done']);
  });

  it('[E3] says done once, and drops what stragglers say after it', () => {
    const { stream, types } = streamOf();
    stream.done('ok');
    stream.done('cancelled');
    stream.emit(log('late'));
    expect(types()).toEqual(['phase', 'done']);
  });

  it('does not say the same phase twice, but a new position', () => {
    const { stream, events } = streamOf();
    for (const position of [2, 2, 1]) stream.emit({ type: 'phase', phase: 'queued', position });
    expect(events).toMatchObject([{ position: 2 }, { position: 1 }]);
    expect(stream.silent).toBe(true);
    stream.emit(log('x'));
    expect(stream.silent).toBe(false);
  });

  it('[E6] tells the time since the run began', async () => {
    const { clock, stream, events } = streamOf();
    stream.emit({ type: 'phase', phase: 'building' });
    await clock.advance(250);
    expect(stream.done('ok')).toBe(250);
    expect(events.map(({ at }) => at)).toEqual([0, 250]);
  });

  it('stops once it is full, and says so', () => {
    const { stream, types, fulls } = streamOf(250);
    for (let n = 0; n < 10; n += 1) stream.emit(log('x'.repeat(90)));
    stream.done('limited');
    expect(types()).toEqual(['phase', 'log', 'limit', 'done']);
    expect(fulls()).toBe(1);
  });
});
