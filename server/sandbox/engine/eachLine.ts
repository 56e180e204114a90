import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { onData } from '../../base/onData.ts';

/** An event of the Engine's is about 1 kB; a longer line is dropped. */
const longest = 64 * 1024;

/** Calls back with each whole line of the stream, without its end. */
export function eachLine(stream: Readable, line: (text: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  onData(
    stream,
    (chunk) => {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = (lines.pop() ?? '').slice(0, longest);
      for (const text of lines) if (text.length > 0) line(text);
    },
    // Whoever reads it hears that it is closed, and opens it again.
    () => stream.destroy(),
  );
}
