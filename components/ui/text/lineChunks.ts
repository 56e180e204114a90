/** A run of lines that is drawn, and remembered as drawn, together. */
export interface LineChunk {
  /** The number of its first line in the whole text, from 0. */
  start: number;
  text: string;
}

/** Lines that one chunk has. */
export const chunkLines = 100;

/**
 * The last `keep` lines of a text in chunks that stay the same while the text grows, so that only the last one must be
 * drawn again. `dropped` is how many lines came before.
 */
export function lineChunks(text: string, keep: number): { chunks: LineChunk[]; dropped: number } {
  const lines = text.replace(/\n$/, '').split('\n');
  const first = Math.ceil(Math.max(0, lines.length - keep) / chunkLines) * chunkLines;
  const chunks: LineChunk[] = [];
  if (text === '') return { chunks, dropped: 0 };
  for (let start = first; start < lines.length; start += chunkLines)
    chunks.push({ start, text: lines.slice(start, start + chunkLines).join('\n') });
  return { chunks, dropped: first };
}
