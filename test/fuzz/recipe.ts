/**
 * An input as it is made: pieces of text, each so many times over. What is hostile is long and repeats itself, and by its
 * recipe it can be printed and kept. Bytes are written as characters up to U+00FF.
 */
export interface Recipe {
  parts: [text: string, times: number][];
  /** For what reads a stream: how many bytes come at a time; all at once without it. */
  cut?: number;
}

export function textOf({ parts }: Recipe): string {
  return parts.map(([text, times]) => text.repeat(times)).join('');
}

export function bytesOf(recipe: Recipe): Buffer {
  return Buffer.from(textOf(recipe), 'latin1');
}

/** The bytes in the pieces in which they come. */
export function chunksOf(recipe: Recipe): Buffer[] {
  const bytes = bytesOf(recipe);
  const cut = recipe.cut ?? Math.max(1, bytes.length);
  return Array.from({ length: Math.ceil(bytes.length / cut) }, (_, index) =>
    bytes.subarray(index * cut, (index + 1) * cut),
  );
}
