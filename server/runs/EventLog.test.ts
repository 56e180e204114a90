import { describe, expect, it } from 'vitest';
import { EventLog } from './EventLog.ts';

const event = { type: 'log', stream: 'stdout', text: 'x' } as const;
const seqs = (log: EventLog, after: number) => log.next(after, 99).map(({ seq }) => seq);

describe('EventLog', () => {
  it('[E1] numbers events from 1 without gaps, over runs', () => {
    const log = new EventLog(100);
    expect(['a', 'a', 'b'].map((run) => log.append(run, 0, event, 1).seq)).toEqual([1, 2, 3]);
  });

  it('[E2] gives again what came after, and counts what is lost', () => {
    const log = new EventLog(10);
    for (const run of ['a', 'a', 'b', 'b', 'b']) log.append(run, 0, event, 3);
    expect(seqs(log, 0)).toEqual([3, 4, 5]);
    expect(log.after(0).lost).toBe(2);
    expect(log.after(1).lost).toBe(1);
    expect(seqs(log, 4)).toEqual([5]);
    expect(log.after(4).lost).toBe(0);
    expect(log.after(99)).toEqual({ kept: 0, bytes: 0, lost: 0 });
    expect(log.after(3)).toMatchObject({ kept: 2, lost: 0 });
    expect(log.next(0, 2).map(({ seq }) => seq)).toEqual([3, 4]);
  });

  it('[E5] never drops the last run, and keeps earlier ones while there is room', () => {
    const log = new EventLog(4);
    log.append('a', 0, event, 2);
    log.append('b', 0, event, 2);
    expect(seqs(log, 0)).toEqual([1, 2]);
    log.append('b', 0, event, 9);
    expect(seqs(log, 0)).toEqual([2, 3]);
  });

  it('[E6] keeps the time of an event', () => {
    const log = new EventLog(100);
    log.append('a', 12, event, 1);
    expect(log.next(0, 1)[0]?.at).toBe(12);
  });
});
