import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** An event of the Engine's is about 1 kB; a longer line is dropped. */
const longest = 64 * 1024;

/** Calls back with each whole line of the stream, without its end. */
export function eachLine(stream: Readable, line: (text: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = (lines.pop() ?? '').slice(0, longest);
    for (const text of lines) if (text.length > 0) line(text);
  });
}
