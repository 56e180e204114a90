import { describe, expect, it } from 'vitest';
import { readFrame } from './readFrame.ts';

const run = 'r'.repeat(22);

describe('readFrame', () => {
  it('[V1] reads a message, without the fields that it does not know', () => {
    expect(readFrame('{"type":"ping","new":1}')).toEqual({ kind: 'message', message: { type: 'ping' } });
    const request = { files: { 'src/lib.rs': '' }, sql: '', mode: 'run' };
    const frame = readFrame(JSON.stringify({ type: 'run', run, request: { ...request, new: 1 } }));
    expect(frame).toEqual({ kind: 'message', message: { type: 'run', run, request } });
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
