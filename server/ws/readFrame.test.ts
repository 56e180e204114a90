import { describe, expect, it } from 'vitest';
import { readFrame } from './readFrame.ts';

const run = 'r'.repeat(22);

describe('readFrame', () => {
  it('reads a message', () => {
    expect(readFrame('{"type":"ping","new":1}')).toEqual({ kind: 'message', message: { type: 'ping' } });
  });

  it('[C2] knows what is not of the protocol', () => {
    for (const text of ['', '{', '[]', 'null', '{"type":"rm"}', '{"type":"run","run":"x"}'])
      expect(readFrame(text)).toEqual({ kind: 'bad' });
  });

  it('[R3] tells what is wrong with a run', () => {
    const request = { files: { 'src/lib.rs': '', '../x': '' } };
    const frame = readFrame(JSON.stringify({ type: 'run', run, request }));
    expect(frame).toMatchObject({ kind: 'invalidRun', run, message: expect.stringContaining('relative') });
  });
});
