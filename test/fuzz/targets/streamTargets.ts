import { heard } from '../../../server/language/heard.ts';
import { LspReader } from '../../../server/language/LspReader.ts';
import { FrameReader } from '../../../server/sandbox/exec/FrameReader.ts';
import { CarrierFrames } from '../../../server/sql/dial/CarrierFrames.ts';
import { PgWireCheck, WireError } from '../../../server/sql/wire/PgWireCheck.ts';
import { type FuzzTarget, serverMs } from '../FuzzTarget.ts';
import { hostileBytes } from '../hostileBytes.ts';
import { hostileText } from '../hostileText.ts';
import { chunksOf, textOf } from '../recipe.ts';
import { must } from './must.ts';

const most = 1024 * 1024;
const lspBytes = 64 * 1024;
const lspWords = [
  'Content-Length: ',
  'content-length:',
  '2',
  '9',
  '\r\n',
  '\r\n\r\n',
  '{}',
  'X: y',
  '\n',
  ' ',
];
const wireWords = [
  ...[
    'D\0\0\0\x06\0\0',
    'C\0\0\0\x07SE\0',
    'T\0\0\0\x06\0\0',
    'E\0\0\0\x05\0',
    'Z\0\0\0\x05I',
    'N\0\0\0\x05\0',
  ],
  ...[
    'S\0\0\0\x08a\0b\0',
    'D',
    'T',
    'E',
    '\0\0\0\x04',
    '\x7f\xff\xff\xff',
    '\0',
    'A\0\0\0\x0a\0\0\0\x01a\0b\0',
    'a',
  ],
];

export const streamTargets: FuzzTarget[] = [
  {
    name: 'LspReader',
    recipes: hostileBytes(lspWords, ['Content-Length: 2\r\n\r\n{}'], most),
    mostMs: serverMs,
    take(recipe) {
      const reader = new LspReader(lspBytes);
      for (const chunk of chunksOf(recipe)) {
        const bodies = reader.push(chunk);
        if (bodies === 'bad') return;
        must(
          bodies.every((body) => body === null || body.length <= lspBytes),
          'a body is bounded',
        );
      }
    },
  },
  {
    name: 'heard',
    recipes: hostileText({
      words: [
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '"id":',
        '1',
        '"method":"a"',
        '"result":',
        '{"id":1,"result":',
        'null',
      ],
      samples: ['{"id":1,"result":null}', '{"method":"$/progress","params":{"value":{"title":"x"}}}'],
      most: 2 * 1024 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      const told = heard(textOf(recipe));
      // An answer is sent on as JSON, which fails for one that is nested too deeply.
      if (told.kind === 'answer') JSON.stringify(told.answer);
    },
  },
  {
    name: 'FrameReader',
    recipes: hostileBytes(['\x01\0\0\0\0\0\0\x01a', '\x02\0\0\0\0\0\0\0', '\x01', '\xff'], [], most),
    mostMs: serverMs,
    take(recipe) {
      let bytes = 0;
      const reader = new FrameReader((_stream, piece) => {
        bytes += piece.length;
      });
      const chunks = chunksOf(recipe);
      for (const chunk of chunks) reader.take(chunk);
      must(bytes <= chunks.reduce((sum, { length }) => sum + length, 0), 'no byte is told twice');
    },
  },
  {
    name: 'CarrierFrames',
    recipes: hostileBytes(['\0\0\0\x01a', '\0\0\0\0', '\0', '\xff'], [], most),
    mostMs: serverMs,
    take(recipe) {
      const frames = new CarrierFrames(
        () => {},
        () => {},
      );
      for (const chunk of chunksOf(recipe)) frames.take(chunk);
    },
  },
  {
    name: 'PgWireCheck',
    recipes: hostileBytes(
      wireWords,
      ['T\0\0\0\x1a\0\x01a\0\0\0\0\0\0\0\0\0\0\x19\xff\xff\0\0\0\0\0\0'],
      most,
    ),
    mostMs: serverMs,
    async take(recipe) {
      const guard = new PgWireCheck({ messageBytes: 64 * 1024, totalBytes: most });
      guard.resume();
      const problem = await new Promise<Error | null>((resolve) => {
        guard.once('error', resolve);
        guard.once('end', () => resolve(null));
        for (const chunk of chunksOf(recipe)) guard.write(chunk);
        guard.end();
      });
      must(problem === null || problem instanceof WireError, `only a WireError ends it: ${problem}`);
    },
  },
];
