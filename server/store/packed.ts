import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { limits } from '../../protocol/limits.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** No body is larger before it was packed: a project as JSON, each character of which may be escaped, or events. */
const mostBytes = 2 * Math.max(limits.clientFrameBytes, limits.recordedBytes);

export interface Packed {
  hash: string;
  content: Uint8Array;
}

/** A text as a body: its SHA-256 in hex, and its bytes compressed by Zstandard. */
export async function pack(text: string): Promise<Packed> {
  const bytes = Buffer.from(text);
  return { hash: createHash('sha256').update(bytes).digest('hex'), content: await compress(bytes) };
}

/** The text of a body. Rejects where it is damaged. */
export async function unpack(content: Uint8Array): Promise<string> {
  return (await decompress(content, { maxOutputLength: mostBytes })).toString();
}
