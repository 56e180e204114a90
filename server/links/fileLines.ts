import { createReadStream } from 'node:fs';

/** A body of 2 MiB in base64, and what is around it. */
const longestLine = 4 * 1024 * 1024;

/** The lines of a file, one in memory at a time. Rejects where the file cannot be read, or a line has no end. */
export async function* fileLines(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new Error(`a line exceeds ${longestLine} characters`);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
