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

describe('a hostile frame', () => {
  const file = '{"src/lib.rs":""}';
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const question = (params: string) =>
    `{"type":"language.message","message":{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":${params}}}`;

  it('[C2] is none of the protocol where it is nested too deep', () => {
    expect(readFrame(question(deep(10))).kind).toBe('message');
    for (const levels of [40, 5_000, 500_000])
      expect(readFrame(question(deep(levels)))).toEqual({ kind: 'bad' });
    expect(readFrame('{"a":'.repeat(200_000))).toEqual({ kind: 'bad' });
  });

  it('[C2] is none of the protocol where it has too many values', () => {
    const names = (count: number) => Array.from({ length: count }, (_, n) => `"f${n}":""`).join();
    const withFiles = (files: string) => `{"type":"run","run":"${run}","request":{"files":{${files}}}}`;
    expect(readFrame(withFiles(names(65_000)))).toEqual({ kind: 'bad' });
    expect(readFrame(withFiles(names(40)))).toMatchObject({ kind: 'invalidRun' });
    expect(readFrame(question(`[${'{},'.repeat(20_000)}1]`))).toEqual({ kind: 'bad' });
    expect(readFrame(question(`[${'{},'.repeat(2_000)}1]`)).kind).toBe('message');
  });

  it('[C2] is bounded in each of its texts', () => {
    const long = 'a'.repeat(1_000_000);
    const frames = [
      { type: long },
      { type: 'hello', version: 1, session: long },
      { type: 'background', run: long, request: { files: {} } },
      { type: 'background', run, request: { files: { [long]: '' } } },
      { type: 'background', run, request: { files: JSON.parse(file), sql: long } },
      { type: 'background', run, request: { files: JSON.parse(file), lesson: long } },
      { type: 'background', run, request: { files: JSON.parse(file), lock: long } },
      { type: 'background', run, request: { files: JSON.parse(file), only: [long] } },
      { type: 'background', run, request: { files: JSON.parse(file), twin: { rust: long, twin: 'x' } } },
      { type: 'cancel', run: long },
      { type: 'terminal.open', terminal: long, columns: 80, rows: 24 },
      { type: 'terminal.input', data: long },
      { type: 'connection.open', connection: long },
      { type: 'connection.execute', connection: 'a', execution: run, sql: long },
      { type: 'language.start', files: { 'src/lib.rs': long } },
      { type: 'language.message', message: { jsonrpc: '2.0', id: 1, method: long, params: {} } },
      { type: 'language.source', request: 1, path: long },
      { type: 'package.get', format: long },
    ];
    for (const frame of frames) expect(readFrame(JSON.stringify(frame)), frame.type).toEqual({ kind: 'bad' });
  });
});
