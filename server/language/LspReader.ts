/** Longer headers are none: one has 25 bytes. */
const mostHeaderBytes = 512;

/**
 * Cuts a stream into the bodies of messages, each behind its `Content-Length`. vscode-jsonrpc's own reader would take a
 * body of any length, and what writes here may be hostile. A body that is too long is told by null and not kept.
 */
export class LspReader {
  readonly #mostBytes: number;
  /** What came and is no whole message yet; joined only when it is, since joining at each piece takes quadratic time. */
  #pieces: Uint8Array[] = [];
  #held = 0;
  /** So many bytes are needed before there is anything to do. */
  #wanted = 0;
  /** Bytes of a body that is too long and are still to come. */
  #skip = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The bodies that end in this piece; 'bad' where it is no stream of messages, after which nothing more is to be read. */
  push(piece: Uint8Array): (string | null)[] | 'bad' {
    this.#pieces.push(piece);
    this.#held += piece.length;
    if (this.#held < this.#wanted) return [];
    const bodies: (string | null)[] = [];
    const rest = this.#read(Buffer.concat(this.#pieces, this.#held), bodies);
    if (rest === 'bad') return rest;
    this.#pieces = rest.length > 0 ? [rest] : [];
    this.#held = rest.length;
    return bodies;
  }

  /** Takes whole messages off the bytes; what is left over, or 'bad'. */
  #read(given: Buffer, bodies: (string | null)[]): Buffer | 'bad' {
    let bytes = given;
    this.#wanted = 0;
    for (;;) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, bytes.length);
        bytes = bytes.subarray(skipped);
        this.#skip -= skipped;
        if (this.#skip > 0) return bytes;
        bodies.push(null);
      }
      const end = bytes.subarray(0, mostHeaderBytes + 4).indexOf('\r\n\r\n');
      if (end < 0) return bytes.length > mostHeaderBytes ? 'bad' : bytes;
      const length = lengthIn(bytes.toString('latin1', 0, end));
      if (length === null) return 'bad';
      const begin = end + 4;
      if (length > this.#mostBytes) {
        bytes = bytes.subarray(begin);
        this.#skip = length;
        continue;
      }
      if (bytes.length < begin + length) {
        this.#wanted = begin + length;
        return bytes;
      }
      bodies.push(bytes.toString('utf8', begin, begin + length));
      bytes = bytes.subarray(begin + length);
    }
  }
}

function lengthIn(header: string): number | null {
  const found = /(?:^|\r\n)content-length: ?(\d{1,9})(?:\r\n|$)/i.exec(header)?.[1];
  return found && header.length <= mostHeaderBytes ? Number(found) : null;
}

/** A message as it goes to a language server. */
export function lspFrame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
